/** What speaks against taking a bundle's signer for the enterprise that it names. Pure. */
import type { Trust, VerifyReport } from '../model/bundle.ts'

export const signerDoubts = ['changed', 'retired', 'unknown', 'expired'] as const
export type SignerDoubt = (typeof signerDoubts)[number]

type Met = {
  readonly trust: Trust | null
  readonly signer: VerifyReport['signer']
  /** The day on which the bundle was received, in China. */
  readonly day: string
}

const byTrust: Readonly<Record<Trust['state'], SignerDoubt | null>> = {
  first: 'unknown',
  known: null,
  rotated: null,
  retired: 'retired',
  changed: 'changed',
  sample: null,
}

/** Empty where a recommendation needs no word on the signer. */
export function doubtsOf({ trust, signer, day }: Met): SignerDoubt[] {
  const known = trust ? byTrust[trust.state] : 'unknown'
  const isOutside = !signer || day < signer.validFrom || day > signer.validTo
  return [...(known ? [known] : []), ...(isOutside ? (['expired'] as const) : [])]
}
