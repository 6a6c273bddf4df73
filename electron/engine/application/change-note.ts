/**
 * 修改说明: made from what stands otherwise than in the bundle before, and from the answers to the
 * reasons of its return. Null for a first export.
 */
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { ChangeNote, ChangeNoteView } from '../../../shared/model/change-note.ts'
import { applicantName } from '../../../shared/programme/carried.ts'
import { placeLabel } from '../../../shared/programme/place-label.ts'
import { type Sentences, say } from '../../../shared/text/say.ts'
import zh from '../../../shared/text/zh-CN/change.json' with { type: 'json' }
import { openEnterprise } from '../enterprise/enterprise.ts'
import { fontFolder } from '../form/fonts.ts'
import type { House, Job } from '../house.ts'
import { type PagedBlock, pagedDocument } from '../paper/paged-document.ts'
import { writeOut } from '../write-out.ts'
import { caseOf } from './case.ts'
import { todoRows } from './course-rows.ts'
import { recordOf } from './rows.ts'
import { changesSince } from './snapshots.ts'
import { viewOf } from './view.ts'

const text = (key: string): string => say(zh as Sentences, key)

/** The state that was exported with a receipt. */
const snapshotFor = (house: House, receipt: number): string | undefined =>
  house.db.prepare<[number], string>('SELECT id FROM snapshot WHERE seq = ?').pluck().get(receipt)

/** What has changed since the last export, in words; null where there was none. */
export function changeNote(house: House, view: ApplicationView): ChangeNoteView | null {
  const [last] = view.receipts
  const base = last && snapshotFor(house, last.seq)
  if (!last || !base) return null
  const record = recordOf(house.db, view.id)
  const todos = todoRows(house.db, view.id).filter(
    ({ seq, withdrawn }) => seq > last.seq && withdrawn === null,
  )
  const answers = todos.map(({ step, ref, row, col, kind, text: said, answer, answered }) => {
    const cell = { ...(row === null ? {} : { row }), ...(col === null ? {} : { column: col }) }
    return {
      label: placeLabel(view.pack, { step, ref, ...cell })['zh-CN'],
      kind,
      text: said,
      answer: answered === null ? '' : answer,
    }
  })
  const note = {
    since: { bundleId: last.bundleId, revision: last.revision, exportedAt: last.at },
    answers,
    differences: changesSince(house.db, base, record, caseOf(house, record)),
  }
  return { note, todos: todos.map(({ id }) => id) }
}

const shown = (value: string): string => (value === '' ? text('nothing') : value)

function answerBlocks({ answers }: ChangeNote): PagedBlock[] {
  if (answers.length === 0) return []
  const columns = [
    { label: text('column.number'), share: 1.2, alignment: 'center' as const },
    { label: text('column.place'), share: 3 },
    { label: text('column.reason'), share: 5 },
    { label: text('column.answer'), share: 5 },
  ]
  const rows = answers.map(({ label, kind, text: said, answer }, at) => [
    String(at + 1),
    label,
    `${text(`kind.${kind}`)}：${said}`,
    shown(answer),
  ])
  return [
    { kind: 'heading', text: text('answers') },
    { kind: 'table', columns, rows },
  ]
}

function differenceBlocks({ differences }: ChangeNote): PagedBlock[] {
  const heading: PagedBlock = { kind: 'heading', text: text('differences') }
  if (differences.length === 0) {
    return [heading, { kind: 'text', paragraphs: [text('differences.none')] }]
  }
  const columns = [
    { label: text('column.number'), share: 1.2, alignment: 'center' as const },
    { label: text('column.place'), share: 4 },
    { label: text('column.before'), share: 5 },
    { label: text('column.after'), share: 5 },
  ]
  const rows = differences.map(({ group, label, before, after }, at) => [
    String(at + 1),
    [group, label].filter(Boolean).join('：'),
    shown(before),
    shown(after),
  ])
  return [heading, { kind: 'table', columns, rows }]
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** The note as a paper. Throws `form.font`, `job.cancelled`. */
export async function changeNotePdf(
  house: House,
  { note, view }: { readonly note: ChangeNote; readonly view: ApplicationView },
  job: Job,
): Promise<Uint8Array> {
  const applicant = applicantName(view, openEnterprise(house).facts)
  const facts = [
    [text('enterprise'), applicant],
    [text('programme'), `${view.title}（${view.edition}）`],
    [text('since'), note.since.bundleId],
    [text('since.revision'), String(note.since.revision)],
    [text('since.at'), clock.format(new Date(note.since.exportedAt))],
  ] as const
  const { pdf } = await pagedDocument(
    {
      title: text('title'),
      author: applicant,
      date: house.clock(),
      blocks: [
        { kind: 'facts', facts },
        ...answerBlocks(note),
        ...differenceBlocks(note),
        { kind: 'signing', places: [text('seal')] },
      ],
    },
    fontFolder(house.assets),
    job,
  )
  return pdf
}

/** Writes the paper as it would leave now. Throws `export.first`, `form.font`, `target.unwritable`. */
export async function saveChangeNote(
  house: House,
  { id, to }: { readonly id: string; readonly to: string },
  job: Job,
): Promise<null> {
  const view = viewOf(house, id)
  const made = changeNote(house, view)
  if (!made) throw new Fault('export.first')
  writeOut(to, await changeNotePdf(house, { note: made.note, view }, job))
  return null
}
