/**
 * Trust on first use: whose signature this computer has seen, by fingerprint, name and credit code.
 * Kept with the person's settings and not in a vault, because bundles are verified where there is no
 * vault. A signer who contradicts one that is known is never taken in silently.
 */
import { mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Fault } from '../../../shared/fault.ts'
import type { KnownSigner, Trust, VerifyReport } from '../../../shared/model/bundle.ts'
import { writeWhole } from '../vault/durable.ts'
import { foldKey } from './names.ts'

const known = z.object({
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  creditCode: z.string(),
  firstSeen: z.iso.datetime(),
  replaces: z.string(),
  confirmed: z.boolean(),
})
const knownFile = z.array(known)

const fileIn = (config: string) => join(config, 'signers.json')

/**
 * All signers seen here, in the order in which they were first seen. A list that cannot be read is
 * moved aside and begun anew: everybody is then seen for the first time, and that is said.
 */
export function knownSigners(config: string): readonly KnownSigner[] {
  try {
    return knownFile.parse(JSON.parse(readFileSync(fileIn(config), 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) {
      renameSync(fileIn(config), join(config, 'signers.damaged.json'))
    }
    return []
  }
}

function keep(config: string, signers: readonly KnownSigner[]): void {
  mkdirSync(config, { recursive: true })
  writeWhole(fileIn(config), `${JSON.stringify(signers, null, 2)}\n`)
}

type Signer = NonNullable<VerifyReport['signer']>
type Holder = Pick<Signer, 'fingerprint' | 'name' | 'creditCode'>

/** Blanks, width and case tell nobody apart. */
const plain = (text: string): string => foldKey(text).replace(/[\p{Z}\p{C}\p{P}]/gu, '')

/** Of one name or one credit code: the same enterprise, or somebody who says so. */
const isSameHolder = (a: Pick<Signer, 'name' | 'creditCode'>, b: typeof a): boolean =>
  (a.creditCode !== '' && a.creditCode === b.creditCode) ||
  (plain(a.name) !== '' && plain(a.name) === plain(b.name))

const entryOf = (signer: Holder, now: Date, replaces: string, confirmed: boolean): KnownSigner => ({
  fingerprint: signer.fingerprint,
  name: signer.name,
  creditCode: signer.creditCode,
  firstSeen: now.toISOString(),
  replaces,
  confirmed,
})

/** What the list says of a signer, without changing it. */
function weigh(signers: readonly KnownSigner[], signer: Signer): Trust & { readonly from: string } {
  const own = signers.find(({ fingerprint }) => fingerprint === signer.fingerprint)
  if (own) {
    const heirs = signers.filter(({ replaces }) => replaces === own.fingerprint)
    const state = heirs.length > 0 ? 'retired' : 'known'
    return { state, known: own, others: heirs, from: '' }
  }
  const rivals = signers.filter((each) => isSameHolder(each, signer))
  const led = signer.predecessors.map(({ fingerprint }) => fingerprint)
  const before = rivals.filter(({ fingerprint }) => led.includes(fingerprint))
  const last = before
    .toSorted((a, b) => led.indexOf(a.fingerprint) - led.indexOf(b.fingerprint))
    .at(-1)
  if (last) return { state: 'rotated', known: null, others: [last], from: last.fingerprint }
  return rivals.length > 0
    ? { state: 'changed', known: null, others: rivals, from: '' }
    : { state: 'first', known: null, others: [], from: '' }
}

/**
 * What this computer knows of who signed; one who is new and contradicts nobody is remembered. The
 * signers of invented bundles are not, nor is anything where the settings cannot be written.
 */
export function judgeSigner(
  config: string,
  { signer, about }: Pick<VerifyReport, 'signer' | 'about'>,
  now: Date,
): Trust | null {
  if (!signer) return null
  const signers = knownSigners(config)
  const { from, ...trust } = weigh(signers, signer)
  if (trust.state !== 'first' && trust.state !== 'rotated') return trust
  if (about?.sample) return { ...trust, state: 'sample' }
  try {
    keep(config, [...signers, entryOf(signer, now, from, false)])
  } catch {
    // The verdict stands; next time it will be a first time again.
  }
  return trust
}

/**
 * A person compared the fingerprint with the stamped sheet: the signer is confirmed, and taken in
 * where others of the name are known already.
 */
export function confirmSigner(config: string, signer: Holder, now: Date): Trust {
  const signers = knownSigners(config)
  const own = signers.find(({ fingerprint }) => fingerprint === signer.fingerprint)
  const entry = own ? { ...own, confirmed: true } : entryOf(signer, now, '', true)
  const others = signers.filter(({ fingerprint }) => fingerprint !== signer.fingerprint)
  keep(config, [...others, entry])
  return { state: 'known', known: entry, others: [] }
}

/** Forgets a signer: the next bundle is a first one again. Throws `signer.unknown`. */
export function forgetSigner(config: string, fingerprint: string): readonly KnownSigner[] {
  const signers = knownSigners(config)
  const kept = signers.filter((each) => each.fingerprint !== fingerprint)
  if (kept.length === signers.length) {
    throw new Fault('signer.unknown', { fingerprint: fingerprint.slice(0, 16) })
  }
  keep(config, kept)
  return kept
}
