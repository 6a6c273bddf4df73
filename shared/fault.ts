/**
 * Every failure that the product foresees. The code is the key of a sentence in `shared/text`;
 * no sentence crosses the wire. Whatever is not a Fault is a surprise: the engine logs it with its
 * stack under a short reference, and the page shows that reference.
 */
export const faultCodes = [
  'input.invalid',
  'call.unknown',
  'job.cancelled',
  'handle.unknown',
  'file.missing',
  'file.unreadable',
  'file.empty',
  'file.notRegular',
  'file.busy',
  'file.ofVault',
  'file.json',
  'disk.full',
  'target.exists',
  'target.unwritable',
  'vault.none',
  'vault.missing',
  'vault.exists',
  'vault.notEmpty',
  'vault.inUse',
  'vault.network',
  'vault.newer',
  'vault.encrypted',
  'vault.damaged',
  'vault.readOnly',
  'enterprise.value',
  'enterprise.stale',
  'material.unknown',
  'material.inUse',
  'material.damaged',
  'material.deleted',
  'invoice.claimed',
  'invoice.unclaimed',
  'version.taken',
  'version.chain',
  'triple.kind',
  'triple.other',
  'programme.unknown',
  'programme.noTrack',
  'programme.unusable',
  'programme.noForm',
  'pack.signature',
  'application.unknown',
  'application.stale',
  'application.field',
  'application.value',
  'application.slot',
  'application.condition',
  'application.link',
  'application.reading',
  'application.point',
  'snapshot.unknown',
  'compare.programmes',
  'event.order',
  'event.day',
  'event.none',
  'event.exported',
  'todo.unknown',
  'todo.place',
  'honour.unknown',
  'duty.unknown',
  'export.blocked',
  'export.unverified',
  'form.glyph',
  'form.font',
  'bundle.tooLarge',
  'identity.unknown',
  'identity.damaged',
  'identity.notPfx',
  'identity.password',
  'identity.incomplete',
  'identity.unfit',
  'identity.expired',
  'identity.replaced',
  'review.none',
  'review.missing',
  'review.notEmpty',
  'review.inUse',
  'review.network',
  'review.newer',
  'review.damaged',
  'review.unknown',
  'review.broken',
  'review.stale',
  'review.notBundle',
  'review.noPaper',
  'review.noReviewer',
  'review.noVerdict',
  'review.noReason',
  'review.superseded',
  'review.noOpinion',
  'sample.missing',
  'sample.notEmpty',
] as const

export type FaultCode = (typeof faultCodes)[number]
export type FaultData = Readonly<Record<string, string | number>>

/** A foreseen failure: `code` names the sentence, `data` fills its gaps (never secrets). */
export class Fault extends Error {
  readonly code: FaultCode
  readonly data: FaultData

  constructor(code: FaultCode, data: FaultData = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'Fault'
    this.code = code
    this.data = data
  }
}
