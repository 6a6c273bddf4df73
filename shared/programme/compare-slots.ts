/** Papers, waivers and ticks of two states, slot by slot. Pure; part of `compare.ts`. */
import type { Place } from '../model/finding.ts'
import type { Difference, SnapshotBody, SnapshotPaper } from '../model/snapshot.ts'
import type { Tick } from '../model/verdict.ts'
import type { Compared } from './compare.ts'
import { kindOfChange } from './kind-of-change.ts'
import { kindLabel } from './label.ts'
import { slotsOf } from './track.ts'

export function compareSlots(before: Compared, after: Compared): Difference[] {
  const old = slotsOf(before.pack, before.body.track)
  const now = slotsOf(after.pack, after.body.track)
  const titles = new Map([...old, ...now].map(({ id, title }) => [id, title]))
  return [...titles].flatMap(([slot, title]) => {
    const at = { place: { step: 'materials' as const, ref: slot }, group: '', label: title }
    const [was, is] = [before.body.slots[slot] ?? [], after.body.slots[slot] ?? []]
    return [
      ...comparePapers(at, was, is),
      ...compareWaivers(at, before.body.waivers[slot] ?? '', after.body.waivers[slot] ?? ''),
      ...compareTicks(at, before.body, after.body),
    ]
  })
}

type At = { readonly place: Place; readonly group: string; readonly label: string }

const shown = ({ name, kind }: SnapshotPaper): string => `${name}（${kindLabel(kind)['zh-CN']}）`

/** What was taken out faces what was put in, in their order: a paper that was replaced is one line. */
function comparePapers(
  at: At,
  before: readonly SnapshotPaper[],
  after: readonly SnapshotPaper[],
): Difference[] {
  const old = new Map(before.map((paper) => [paper.sha256, paper]))
  const now = new Map(after.map((paper) => [paper.sha256, paper]))
  const gone = before.filter(({ sha256 }) => !now.has(sha256))
  const fresh = after.filter(({ sha256 }) => !old.has(sha256))
  const pairs = Array.from({ length: Math.max(gone.length, fresh.length) }, (_, i) =>
    line(at, gone[i], fresh[i]),
  )
  const kept = after.flatMap((paper) => {
    const held = old.get(paper.sha256)
    return held && shown(held) !== shown(paper) ? [line(at, held, paper)] : []
  })
  return [...pairs, ...kept, ...reordered(at, before, after)]
}

function line(at: At, was: SnapshotPaper | undefined, is: SnapshotPaper | undefined): Difference {
  const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
  // A file of the same name with other bytes is told apart by its hash.
  const alike = was && is && was.sha256 !== is.sha256 && shown(was) === shown(is)
  const text = (paper: SnapshotPaper | undefined) =>
    paper ? `${shown(paper)}${alike ? ` ${paper.sha256.slice(0, 8)}` : ''}` : ''
  return { what: 'material', kind, ...at, before: text(was), after: text(is) }
}

function reordered(
  at: At,
  before: readonly SnapshotPaper[],
  after: readonly SnapshotPaper[],
): Difference[] {
  const common = (these: readonly SnapshotPaper[], those: readonly SnapshotPaper[]) =>
    these.filter(({ sha256 }) => those.some((each) => each.sha256 === sha256))
  const [was, is] = [common(before, after), common(after, before)]
  if (was.every(({ sha256 }, i) => is[i]?.sha256 === sha256)) return []
  const names = (papers: readonly SnapshotPaper[]) => papers.map(({ name }) => name).join('、')
  return [{ what: 'material', kind: 'moved', ...at, before: names(was), after: names(is) }]
}

function compareWaivers(at: At, before: string, after: string): Difference[] {
  const kind = kindOfChange(before, after)
  return kind ? [{ what: 'waiver', kind, ...at, before, after }] : []
}

function compareTicks(at: At, before: SnapshotBody, after: SnapshotBody): Difference[] {
  const { ref } = at.place
  const key = ({ sha256, point }: Tick) => `${sha256} ${point}`
  const of = ({ ticks }: SnapshotBody) =>
    new Map(ticks.filter(({ slot }) => slot === ref).map((tick) => [key(tick), tick]))
  const [old, now] = [of(before), of(after)]
  return [...new Map([...old, ...now])].flatMap(([each, { point, sha256 }]): Difference[] => {
    const paper = [...(after.slots[ref] ?? []), ...(before.slots[ref] ?? [])].find(
      (held) => held.sha256 === sha256,
    )
    const label = `${at.label} › ${paper?.name ?? sha256.slice(0, 8)} › ${point}`
    const text = (tick: Tick | undefined) => (tick ? `${tick.name}，${tick.on}` : '')
    const [was, is] = [text(old.get(each)), text(now.get(each))]
    const kind = kindOfChange(was, is)
    return kind ? [{ what: 'tick', kind, ...at, label, before: was, after: is }] : []
  })
}
