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

type Name = Pick<Signer, 'name' | 'creditCode'>

/** Of one name or one credit code: the same enterprise, or somebody who says so. */
const isSameHolder = (a: Name, b: Name): boolean =>
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

/** The list by what is asked of it. */
function bookOf(signers: readonly KnownSigner[]) {
  const by = (key: (signer: KnownSigner) => string) => Map.groupBy(signers, key)
  const [own, heirs, code, name] = [
    by(({ fingerprint }) => fingerprint),
    by(({ replaces }) => replaces),
    by(({ creditCode }) => creditCode),
    by((signer) => plain(signer.name)),
  ]
  const named = (who: Name): readonly KnownSigner[] => [
    ...(who.creditCode === '' ? [] : (code.get(who.creditCode) ?? [])),
    ...(plain(who.name) === '' ? [] : (name.get(plain(who.name)) ?? [])),
  ]
  return {
    own: (fingerprint: string) => own.get(fingerprint)?.[0],
    heirs: (fingerprint: string) => heirs.get(fingerprint) ?? [],
    /** Everybody known by one of the names or codes. */
    named: (...whos: readonly Name[]) => [...new Set(whos.flatMap(named))],
  }
}
type Book = ReturnType<typeof bookOf>

type Found = Pick<VerifyReport, 'signer' | 'about'>

/** In whose name the bundle speaks, whatever the certificate says. */
function speakerOf(about: Found['about']): Name {
  if (!about) return { name: '', creditCode: '' }
  const { kind, office, enterprise, creditCode } = about
  return kind === 'opinion' ? { name: office, creditCode: '' } : { name: enterprise, creditCode }
}

/** One who is known: by this name, or by another one while the name belongs to somebody else. */
function weighKnown(book: Book, own: KnownSigner, speaker: Name, at: Date): Trust {
  const strangers = isSameHolder(own, speaker)
    ? []
    : book.named(speaker).filter(({ fingerprint }) => fingerprint !== own.replaces)
  if (strangers.length > 0 && !own.confirmed) {
    return { state: 'changed', known: own, others: strangers }
  }
  const heirs = book
    .heirs(own.fingerprint)
    .filter(({ firstSeen }) => Date.parse(firstSeen) <= at.getTime())
  return { state: heirs.length > 0 ? 'retired' : 'known', known: own, others: heirs }
}

/** What the list says of a signer who was met at `at`. */
function weigh(book: Book, signer: Signer, about: Found['about'], at: Date): Trust {
  const speaker = speakerOf(about)
  const own = book.own(signer.fingerprint)
  if (own) return weighKnown(book, own, speaker, at)
  const rivals = book.named(signer, speaker)
  const led = signer.predecessors.map(({ fingerprint }) => fingerprint)
  const last = rivals
    .filter(({ fingerprint }) => led.includes(fingerprint))
    .toSorted((a, b) => led.indexOf(a.fingerprint) - led.indexOf(b.fingerprint))
    .at(-1)
  if (rivals.length > 0 && !last) return { state: 'changed', known: null, others: rivals }
  if (about?.sample) return { state: 'sample', known: null, others: last ? [last] : [] }
  return { state: last ? 'rotated' : 'first', known: null, others: last ? [last] : [] }
}

/**
 * Judges bundles met at one time or another by the list as it is now; remembers nobody. Whoever was
 * not known before that time stays a stranger there: a bundle cannot vouch for itself.
 */
export function signerJudge(config: string): (found: Found, at: Date) => Trust | null {
  const book = bookOf(knownSigners(config))
  return ({ signer, about }, at) => {
    if (!signer) return null
    const trust = weigh(book, signer, about, at)
    const { state, known } = trust
    const isNew = known && !known.confirmed && Date.parse(known.firstSeen) >= at.getTime()
    if (state !== 'known' || !isNew) return trust
    const before = book.own(known.replaces)
    return { state: before ? 'rotated' : 'first', known: null, others: before ? [before] : [] }
  }
}

/**
 * What this computer knows of who signed; one who is new and contradicts nobody is remembered. The
 * signers of invented bundles are not, nor is anything where the settings cannot be written.
 */
export function judgeSigner(config: string, { signer, about }: Found, now: Date): Trust | null {
  if (!signer) return null
  const signers = knownSigners(config)
  const trust = weigh(bookOf(signers), signer, about, now)
  if (trust.state !== 'first' && trust.state !== 'rotated') return trust
  try {
    keep(config, [...signers, entryOf(signer, now, trust.others[0]?.fingerprint ?? '', false)])
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
