/** review: a reviewer's desk from the command line; takes bundles in, lists, judges, summarises. */
import { mkdirSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { z } from 'zod'
import {
  opinionReason,
  type ReviewStatus,
  reviewer,
  reviewStatuses,
  verdicts,
} from '../../../shared/model/review.ts'
import { configFolder } from '../config.ts'
import { issueOpinion, saveOpinions } from '../review/issue.ts'
import { judgement, saveDraft, setReviewer } from '../review/judge.ts'
import { listSubmissions } from '../review/reading.ts'
import { closeReviewDesk, openReviewDesk, type ReviewDesk } from '../review/review-desk.ts'
import { saveSummary } from '../review/summary.ts'
import { takeIn } from '../review/take-in.ts'
import {
  type Command,
  type Outcome,
  readJson,
  type Tools,
  text,
  UsageError,
  type Values,
} from './command.ts'
import { cliText, faultText, term } from './sentences.ts'

type Work = (
  desk: ReviewDesk,
  given: { readonly values: Values; readonly rest: readonly string[]; readonly tools: Tools },
) => Promise<Outcome>

const wrong = (option: string): UsageError => new UsageError(cliText('option.value', { option }))

/** Numbers of bundles as `list` prints them. */
const seqsOf = (rest: readonly string[]): number[] =>
  rest.map((each) => {
    if (!/^[1-9]\d{0,9}$/.test(each)) throw wrong(each)
    return Number(each)
  })

const add: Work = async (desk, { rest, tools }) => {
  const { results } = await takeIn(
    desk,
    rest.map((path) => resolve(path)),
    tools.job,
  )
  const bad = results.some(({ outcome }) => ['broken', 'refused', 'changed'].includes(outcome))
  const lines = results.map(({ from, outcome, fault }) =>
    cliText('review.taken', {
      from,
      outcome: fault
        ? faultText(fault as never)
        : cliText(outcome === 'taken' ? 'review.new' : `review.${outcome}`),
    }),
  )
  return { exit: bad ? 1 : 0, json: { results }, lines }
}

const list: Work = async (desk, { values }) => {
  const status = text(values, 'status')
  if (status && !(reviewStatuses as readonly string[]).includes(status)) throw wrong(status)
  const wanted = status ? { status: status as ReviewStatus } : {}
  const found = listSubmissions(desk, { text: text(values, 'text'), ...wanted })
  const lines = found.rows.map(({ seq, status: at, enterprise, name, title, bundleId }) =>
    [seq, term(`review.${at}`), enterprise || name, title, bundleId].join('  '),
  )
  return { exit: 0, json: found, lines }
}

const judge: Work = async (desk, { values, rest, tools }) => {
  const [seq = 0] = seqsOf(rest)
  const verdict = z.enum(verdicts).safeParse(text(values, 'verdict'))
  if (!verdict.success) throw wrong(`--verdict ${text(values, 'verdict')}`)
  const given = text(values, 'reasons') ? readJson(text(values, 'reasons')) : []
  const reasons = z.array(opinionReason).max(500).safeParse(given)
  if (!reasons.success) throw wrong(`--reasons ${text(values, 'reasons')}`)
  const who = reviewer.safeParse({
    office: text(values, 'office'),
    name: text(values, 'name'),
    level: text(values, 'level') || 'city',
  })
  if (who.success) setReviewer(desk, who.data)
  const { draft } = judgement(desk, { seq })
  const said = { verdict: verdict.data, reasons: reasons.data, remark: text(values, 'remark') }
  saveDraft(desk, { seq, base: draft.revision, ...said })
  const signerReason = text(values, 'signer-reason')
  const view = await issueOpinion(desk, { seq, signerReason }, tools.job)
  const to = resolve(text(values, 'out') || '.')
  mkdirSync(to, { recursive: true })
  const { files } = await saveOpinions(desk, { seqs: [seq], to }, tools.job)
  return {
    exit: 0,
    json: { ...view, files },
    lines: [cliText('review.issued', { file: files[0] ?? '' })],
  }
}

const summary: Work = async (desk, { values, rest, tools }) => {
  const to = resolve(text(values, 'out') || '推荐汇总表.xlsx')
  const format = extname(to).toLowerCase() === '.pdf' ? 'pdf' : 'xlsx'
  const chosen =
    rest.length > 0
      ? seqsOf(rest)
      : listSubmissions(desk, { text: '', status: 'recommend' }).rows.map(({ seq }) => seq)
  const { rows } = await saveSummary(desk, { seqs: chosen, format, to }, tools.job)
  return { exit: 0, json: { to, rows }, lines: [cliText('review.summary', { to, rows })] }
}

const works: Readonly<Record<string, Work>> = { add, list, judge, summary }

export const reviewCommand: Command = {
  usage:
    'review add|list|judge|summary --desk DIR [PATH…|SEQ…] [--status S] [--text T] [--verdict recommend|return|reject] [--reasons FILE.json] [--remark TEXT] [--signer-reason TEXT] [--office O --name N --level L] [--out PATH]',
  options: {
    desk: { type: 'string' },
    status: { type: 'string' },
    text: { type: 'string' },
    verdict: { type: 'string' },
    reasons: { type: 'string' },
    remark: { type: 'string' },
    'signer-reason': { type: 'string' },
    office: { type: 'string' },
    name: { type: 'string' },
    level: { type: 'string' },
    out: { type: 'string' },
  },
  needs: ['desk'],
  positionals: [1, 5000],
  run: async (values, [what = '', ...rest], tools) => {
    const work = Object.hasOwn(works, what) ? works[what] : undefined
    if (!work) throw new UsageError(cliText('command.unknown', { name: `review ${what}` }))
    const folder = resolve(text(values, 'desk'))
    mkdirSync(folder, { recursive: true })
    const desk = openReviewDesk(folder, { ...tools.around, config: configFolder() })
    try {
      return await work(desk, { values, rest, tools })
    } finally {
      closeReviewDesk(desk)
    }
  },
}
