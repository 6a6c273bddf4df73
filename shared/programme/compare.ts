/**
 * What differs between two states of an application, in the words of its form and its notice. The
 * two may be of different years: parts are matched by their ids, figures by their relative year.
 * Pure.
 */
import type { Difference, SnapshotBody } from '../model/snapshot.ts'
import { figure } from '../text/figure.ts'
import { compareAnswers } from './compare-answers.ts'
import { compareSlots } from './compare-slots.ts'
import { parseDecimal } from './decimal.ts'
import { kindOfChange } from './kind-of-change.ts'
import { factLabel, factOf, indicatorLabel, indicatorOf } from './label.ts'
import type { Condition, Pack } from './pack.ts'
import { conditionsOf, trackOf } from './track.ts'

/** A state and the pack that it is of. */
export type Compared = { readonly pack: Pack; readonly body: SnapshotBody }

/** All differences: of the programme, the form, the papers, the conditions and the profile. */
export function compareStates(before: Compared, after: Compared): readonly Difference[] {
  return [
    ...comparePacks(before, after),
    ...compareAnswers(
      { form: before.pack.form, answers: before.body.answers },
      { form: after.pack.form, answers: after.body.answers },
    ),
    ...compareSlots(before, after),
    ...compareConditions(before, after),
    ...compareProfile(before, after),
  ]
}

/**
 * Whether the printed 申报书 shows it: answers, and the list of papers where the form prints one
 * (which leaves out the scan of the form itself).
 */
export function isPrinted({ what, place }: Difference, pack: Pack): boolean {
  if (what === 'material') {
    const blocks = pack.form?.sections.flatMap((section) => section.blocks) ?? []
    const slot = [...pack.slots, ...pack.tracks.flatMap((track) => track.slots)].find(
      ({ id }) => id === place?.ref,
    )
    return slot?.form !== true && blocks.some(({ kind }) => kind === 'materials')
  }
  return what === 'answer' || what === 'row' || what === 'cell' || what === 'pack'
}

function comparePacks(before: Compared, after: Compared): Difference[] {
  const plain = { kind: 'changed', place: null, group: '' } as const
  const name = ({ pack, body }: Compared) =>
    `${pack.title} ${body.edition}（${body.packHash.slice(0, 8)}）`
  const track = ({ pack, body }: Compared) => trackOf(pack, body.track)?.title ?? ''
  const pack: Difference = {
    what: 'pack',
    ...plain,
    label: after.pack.title,
    before: name(before),
    after: name(after),
  }
  const tracks: Difference = {
    what: 'track',
    ...plain,
    label: after.pack.title,
    before: track(before),
    after: track(after),
  }
  return [
    ...(before.body.packHash === after.body.packHash ? [] : [pack]),
    ...(before.body.track === after.body.track ? [] : [tracks]),
  ]
}

const signed = (note: string, name: string, on: string): string => `${note}（${name}，${on}）`

function compareConditions(before: Compared, after: Compared): Difference[] {
  const old = new Map(conditionsOf(before.pack, before.body.track).map((each) => [each.id, each]))
  const now = new Map(conditionsOf(after.pack, after.body.track).map((each) => [each.id, each]))
  return [...new Map([...old, ...now]).values()].flatMap((condition) => [
    ...attestation(condition, before.body, after.body),
    ...reading(condition, old.get(condition.id), before.body, after.body),
  ])
}

const at = ({ id, group, text }: Condition) => ({
  place: { step: 'conditions' as const, ref: id },
  group,
  label: text,
})

function attestation(condition: Condition, before: SnapshotBody, after: SnapshotBody) {
  const [a, b] = [before.attestations[condition.id], after.attestations[condition.id]]
  const [was, is] = [a, b].map((each) => (each ? signed(each.note, each.name, each.on) : ''))
  const same = was === is && a?.outcome === b?.outcome
  if (same || was === undefined || is === undefined) return []
  const kind = kindOfChange(was, is) ?? 'changed'
  const outcomes = {
    ...(a ? { before: a.outcome } : {}),
    ...(b ? { after: b.outcome } : {}),
  }
  return [
    { what: 'attestation', kind, ...at(condition), before: was, after: is, outcomes } as const,
  ]
}

/** A condition that nobody read otherwise is read as its pack reads it first. */
function reading(
  condition: Condition,
  old: Condition | undefined,
  before: SnapshotBody,
  after: SnapshotBody,
): Difference[] {
  const read = (asked: Condition | undefined, { readings }: SnapshotBody) =>
    asked?.readings?.find(({ id }) => id === readings[asked.id]?.reading)?.text ?? ''
  const [was, is] = [read(old, before), read(condition, after)]
  const kind = kindOfChange(was, is)
  return kind ? [{ what: 'reading', kind, ...at(condition), before: was, after: is }] : []
}

function compareProfile(before: Compared, after: Compared): Difference[] {
  return [...compareFacts(before, after), ...compareFigures(before, after)]
}

/** A figure as it is read: 1000.00 is 1,000 as the form prints it, its unit behind it. */
const figureText = (value: string, unit = ''): string =>
  value === '' ? '' : `${figure(parseDecimal(value) ?? value)}${unit}`

function factText(key: string, value: string): string {
  const fact = factOf(key)
  return fact?.type === 'money' || fact?.type === 'number' ? figureText(value, fact.unit) : value
}

function compareFacts({ body: a }: Compared, { body: b }: Compared): Difference[] {
  const keys = [...new Set([...Object.keys(a.facts), ...Object.keys(b.facts)])]
  return keys.flatMap((key): Difference[] => {
    const before = factText(key, a.facts[key]?.trim() ?? '')
    const after = factText(key, b.facts[key]?.trim() ?? '')
    const kind = kindOfChange(before, after)
    const label = factLabel(key)['zh-CN']
    return kind ? [{ what: 'fact', kind, place: null, group: '', label, before, after }] : []
  })
}

/** By code and year relative to the pack's own: last year's figure faces last year's figure. */
function compareFigures(before: Compared, after: Compared): Difference[] {
  const figures = ({ pack, body }: Compared) =>
    new Map(
      body.indicators.map(({ code, year, value }) => [
        `${code} ${year - pack.baseYear}`,
        { code, year, text: figureText(value, indicatorOf(code)?.unit) },
      ]),
    )
  const [old, now] = [figures(before), figures(after)]
  return [...new Map([...old, ...now])].flatMap(([key, { code }]): Difference[] => {
    const [was, is] = [old.get(key), now.get(key)]
    const texts = { before: was?.text ?? '', after: is?.text ?? '' }
    const kind = kindOfChange(texts.before, texts.after)
    const years = [...new Set([was, is].flatMap((side) => (side ? [`${side.year}年`] : [])))]
    const label = `${indicatorLabel(code)['zh-CN']}（${years.join(' → ')}）`
    return kind ? [{ what: 'indicator', kind, place: null, group: '', label, ...texts }] : []
  })
}
