/**
 * Which question each change answers ([Note: One round trip]): a change comes back with the fresh
 * view, which is put into the cache under the question it is the view of; `stale` names the
 * questions whose answers it may have altered besides, which are asked again when next looked at.
 */
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { Input, Name, Output } from '../../shared/contract.ts'

/** Calls that only read; every other call is a change (or a long job) and has a line below. */
export type AskName =
  | 'vault.state'
  | 'backup.state'
  | 'enterprise.open'
  | 'material.list'
  | 'material.facets'
  | 'material.open'
  | 'material.preview'
  | 'material.propose'
  | 'material.places'
  | 'triple.list'
  | 'view.list'
  | 'programme.list'
  | 'programme.open'
  | 'policy.list'
  | 'application.list'
  | 'application.conflicts'
  | 'application.moves'
  | 'application.changes'
  | 'application.open'
  | 'application.suggest'
  | 'snapshot.compare'
  | 'stamp.changes'
  | 'reserve.choices'
  | 'duty.list'
  | 'honour.list'
  | 'identity.list'
  | 'identity.damaged'
  | 'opinion.list'
  | 'review.state'
  | 'review.list'
  | 'review.read'
  | 'review.judgement'
  | 'review.paper'
  | 'review.preview'
  | 'receipt.list'
  | 'receipt.open'
  | 'signer.list'
export type ActName = Exclude<Name, AskName>

/** The cache key of a question. */
export const keyOf = <N extends AskName>(name: N, input: Input<N>): QueryKey => [name, input]

type Effect<N extends ActName> = {
  readonly answers?: (view: Output<N>) => readonly [QueryKey, unknown]
  readonly stale?: readonly AskName[]
  /** The vault itself changed: nothing that was known holds any more. */
  readonly all?: true
}

const vault = (view: Output<'vault.open'>) => [keyOf('vault.state', {}), view] as const
const application = (view: Output<'application.open'>) =>
  [keyOf('application.open', { id: view.id }), view] as const
const material = (view: Output<'material.open'>) =>
  [keyOf('material.open', { sha256: view.material.sha256 }), view] as const
const reviewDesk = (view: Output<'review.state'>) => [keyOf('review.state', {}), view] as const
const judged = (view: Output<'review.judgement'>) =>
  [keyOf('review.judgement', { seq: view.seq }), view] as const
const onDesk = [
  'review.list',
  'review.read',
  'review.judgement',
  'review.paper',
  'review.preview',
] as const
const identities = (view: Output<'identity.list'>) => [keyOf('identity.list', {}), view] as const
const damaged = (view: Output<'identity.damaged'>) => [keyOf('identity.damaged', {}), view] as const

const honours = (view: Output<'honour.list'>) => [keyOf('honour.list', {}), view] as const

const verdicts = [
  'programme.list',
  'programme.open',
  'application.list',
  'application.conflicts',
  'application.open',
  'application.changes',
] as const
const programmes = (view: Output<'programme.list'>) => [keyOf('programme.list', {}), view] as const
const savedViews = (view: Output<'view.list'>) => [keyOf('view.list', {}), view] as const
const archive = [
  'vault.state',
  'material.list',
  'material.facets',
  'material.propose',
  'material.places',
  'triple.list',
  'view.list',
  'application.suggest',
  ...verdicts,
] as const
const papers = [...archive, 'material.open'] as const
/** What shows where papers are used, and how many are. */
const uses = [
  'application.suggest',
  'material.list',
  'material.facets',
  'material.open',
  'material.places',
  'view.list',
] as const

/** What a paper put into a slot, or taken out of it, makes old besides its application. */
const linked = [
  'application.open',
  'application.list',
  'application.conflicts',
  'application.changes',
  ...uses,
] as const

export const views: { readonly [N in ActName]: Effect<N> } = {
  'vault.create': { answers: vault, all: true },
  'vault.open': { answers: vault, all: true },
  'vault.close': { answers: vault, all: true },
  'vault.fsck': {},
  'backup.write': { stale: ['backup.state'] },
  'backup.restore': {},
  'sample.load': { answers: vault, all: true },
  'sample.remove': { answers: vault, all: true },
  'enterprise.fill': {
    answers: (view) => [keyOf('enterprise.open', {}), view],
    stale: verdicts,
  },
  'import.save': {},
  'material.import': { stale: papers },
  'material.facts': { stale: papers },
  // Its number, its name or its amount may show on every paper that belongs to it.
  'material.describe': { answers: material, stale: papers },
  'material.discard': { answers: material, stale: papers },
  'material.restore': { answers: material, stale: papers },
  'material.release': { answers: material, stale: papers },
  'material.replace': { answers: material, stale: papers },
  'triple.join': { answers: material, stale: papers },
  'triple.leave': { answers: material, stale: papers },
  'view.save': { answers: savedViews },
  'view.drop': { answers: savedViews },
  'material.describeMany': { stale: papers },
  'material.discardMany': { stale: papers },
  'material.restoreMany': { stale: papers },
  'material.exportFiles': {},
  'programme.save': {},
  'pack.preview': {},
  'pack.import': { answers: programmes, stale: ['programme.open', 'application.moves'] },
  'pack.drop': { answers: programmes, stale: ['programme.open', 'application.moves'] },
  'pack.correct': {
    answers: (view) => [
      keyOf('programme.open', { id: view.pack.id, edition: view.pack.edition, track: view.track }),
      view,
    ],
    stale: ['programme.list', 'programme.open', 'application.moves'],
  },
  'application.move': {
    answers: application,
    stale: [...verdicts, 'application.moves', 'duty.list', ...uses],
  },
  // What has been applied for counts in the verdicts of every other programme and application.
  'application.create': { answers: application, stale: verdicts },
  // What comes back lacks what the page holds: the form's own queue puts the view together.
  'application.fill': {
    stale: ['application.list', 'application.conflicts', 'application.changes'],
  },
  // An invoice claimed here counts against every other application.
  'application.attach': {
    answers: ({ came: _, refused: __, ...view }) => application(view),
    stale: [...linked, 'vault.state'],
  },
  'application.detach': {
    answers: ({ taken: _, ...view }) => application(view),
    stale: linked,
  },
  'application.putBack': { answers: application, stale: linked },
  'application.waive': { answers: application, stale: ['application.list', 'application.changes'] },
  'application.attest': {
    answers: application,
    stale: ['application.list', 'application.changes'],
  },
  'application.read': { answers: application, stale: ['application.list', 'application.changes'] },
  'application.tick': {
    answers: application,
    stale: ['application.list', 'application.changes', 'material.open'],
  },
  // A result counts in the verdicts of every other programme and application.
  'event.record': { answers: application, stale: [...verdicts, 'duty.list'] },
  'event.undo': {
    answers: application,
    stale: [...verdicts, 'duty.list', 'honour.list'],
  },
  'application.return': { answers: application, stale: verdicts },
  'todo.add': { answers: application, stale: ['application.list', 'application.changes'] },
  'todo.answer': { answers: application, stale: ['application.list', 'application.changes'] },
  'todo.withdraw': { answers: application, stale: ['application.list', 'application.changes'] },
  'reserve.put': { answers: application, stale: verdicts },
  'reserve.close': {
    answers: application,
    stale: [...verdicts, 'duty.list', 'honour.list'],
  },
  'reserve.takeUp': { answers: application, stale: [...verdicts, 'material.open'] },
  'duty.settle': { answers: (view) => [keyOf('duty.list', {}), view] },
  'honour.add': { answers: honours, stale: verdicts },
  'honour.remove': { answers: honours, stale: [...verdicts, 'duty.list'] },
  'application.changesPdf': {},
  'statement.write': { answers: application, stale: ['application.list'] },
  'statement.print': { answers: application },
  'statement.sign': { answers: application },
  'stamp.bind': {
    answers: application,
    stale: ['application.list', 'application.changes', 'stamp.changes'],
  },
  'stamp.waive': { answers: application, stale: ['application.list', 'application.changes'] },
  // Saved to be stamped, it leaves the version behind that a scan will belong to.
  'application.render': { stale: ['application.open'] },
  'application.bind': { stale: ['application.open'] },
  'application.stampPlan': {},
  'application.summary': {},
  'application.export': {
    stale: [...verdicts, 'identity.list', 'vault.state', 'material.open', 'receipt.list'],
  },
  'bundle.verify': { stale: ['signer.list'] },
  'bundle.sheet': {},
  'receipt.verify': { stale: ['signer.list'] },
  'receipt.sheet': {},
  'signer.confirm': { stale: ['signer.list', 'review.list', 'review.read'] },
  'signer.forget': {
    answers: (view) => [keyOf('signer.list', {}), view],
    stale: ['review.list', 'review.read'],
  },
  'identity.create': { answers: identities },
  'identity.import': { answers: identities, stale: ['identity.damaged'] },
  'identity.export': {},
  'identity.rotate': { answers: identities },
  'identity.choose': { answers: identities },
  'identity.sm2': { answers: identities },
  'identity.setAside': { answers: damaged, stale: ['identity.list'] },
  'opinion.import': {
    answers: ({ view }) => application(view),
    stale: ['opinion.list', 'application.list', 'application.changes'],
  },
  'review.open': { answers: reviewDesk, stale: onDesk },
  'review.close': { answers: reviewDesk, stale: onDesk },
  'review.setReviewer': { answers: reviewDesk },
  'review.takeIn': { stale: ['review.state', ...onDesk] },
  'review.saveFile': {},
  'review.draft': { answers: judged, stale: ['review.list'] },
  'review.issue': { answers: judged, stale: ['review.state', 'review.list', 'review.read'] },
  'review.saveOpinions': {},
  'review.saveSummary': {},
  'review.saveLedger': {},
  'review.remove': { answers: reviewDesk, stale: onDesk },
}

/** Puts a change's answer where it belongs and marks what it made stale. */
export function settle<N extends ActName>(cache: QueryClient, name: N, view: Output<N>): void {
  const { answers, stale, all } = views[name] as Effect<N>
  const [key, value] = answers?.(view) ?? []
  if (key) cache.setQueryData(key, value)
  const fresh = key ? JSON.stringify(key) : ''
  const isOld = ({ queryKey }: { queryKey: QueryKey }) => JSON.stringify(queryKey) !== fresh
  if (all) void cache.resetQueries({ predicate: isOld })
  for (const ask of stale ?? []) {
    void cache.invalidateQueries({ queryKey: [ask], predicate: isOld })
  }
}

/** A long call that was stopped or failed may have done part of its work, file by file. */
export function unsettle(cache: QueryClient, name: ActName): void {
  for (const ask of views[name].stale ?? []) {
    void cache.invalidateQueries({ queryKey: [ask] })
  }
}
