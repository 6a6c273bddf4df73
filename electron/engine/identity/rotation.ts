/**
 * Rotation: an identity that is still good signs that another takes its place, so that whoever knew
 * the old fingerprint can trust the new one without meeting the person again.
 */
import { z } from 'zod'
import { Fault } from '../../../shared/fault.ts'
import type { Predecessor } from '../../../shared/model/bundle.ts'
import { canonicalJson } from '../bundle/application-file.ts'
import { signDetached } from '../bundle/cms.ts'
import { checkSignature } from '../bundle/cms-check.ts'
import { makeCertificate, readCertificate } from './certificate.ts'
import { signerOf, type Vault } from './identities.ts'
import { chooseDefault, keepRotation, type Rotation } from './identity-files.ts'
import { writeKey } from './key-file.ts'

const party = z.strictObject({
  fingerprint: z.string(),
  name: z.string(),
  creditCode: z.string(),
})
type Party = z.infer<typeof party>
const statement = z.strictObject({
  format: z.literal(1),
  kind: z.literal('signer-rotation'),
  from: party,
  to: party,
  at: z.iso.datetime(),
})

const partyOf = ({ fingerprint, name, creditCode }: Party): Party => ({
  fingerprint,
  name,
  creditCode,
})

/**
 * Makes a new identity of the same holder, has the old one sign for it, and lets the new one sign
 * from now on. Throws `identity.unknown`, `identity.damaged`, `identity.replaced` when it has given
 * way already, `identity.expired` when it may not sign any more, `identity.unnamed`.
 */
export function rotateIdentity(house: Vault, fingerprint: string, at: Date): void {
  const old = signerOf(house, fingerprint)
  const { name, creditCode, replacedBy, validFrom, validTo } = old.identity
  if (replacedBy !== '') throw new Fault('identity.replaced', { name })
  const day = at.toISOString().slice(0, 10)
  if (day > validTo) throw new Fault('identity.expired', { name, from: validFrom, to: validTo })
  const { pkcs8, certificate } = makeCertificate({ name, creditCode, at })
  const made = readCertificate(certificate)
  const text = canonicalJson({
    format: 1,
    kind: 'signer-rotation',
    from: partyOf(old.identity),
    to: partyOf(made),
    at: at.toISOString(),
  } satisfies z.infer<typeof statement>)
  const signature = Buffer.from(signDetached(Buffer.from(text), old, at)).toString('base64')
  // The statement first: a key without it would be a stranger to everybody.
  keepRotation(house.dir, made.fingerprint, { from: fingerprint, statement: text, signature })
  writeKey(house.dir, pkcs8, certificate, at)
  chooseDefault(house.dir, made.fingerprint)
}

/** Who signed the statement, when it is one and names `to`; null otherwise. */
function predecessor({ statement: text, signature }: Told, to: string): Predecessor | null {
  const content = Buffer.from(text)
  const check = checkSignature(Buffer.from(signature, 'base64'), content)
  if ('code' in check) return null
  const told = statement.safeParse(JSON.parse(text)).data
  const { fingerprint, name, creditCode } = check.certificate
  if (!told || told.from.fingerprint !== fingerprint || told.to.fingerprint !== to) return null
  return { fingerprint, name, creditCode, at: told.at }
}

type Told = Pick<Rotation, 'statement' | 'signature'>
const toldFile = z.strictObject({
  format: z.literal(1),
  rotations: z
    .array(z.strictObject({ statement: z.string(), signature: z.base64() }))
    .min(1)
    .max(50),
})

/** The file of a bundle that carries the statements. */
export const rotationText = (rotations: readonly Rotation[]): string =>
  canonicalJson({
    format: 1,
    rotations: rotations.map(({ statement: text, signature }) => ({ statement: text, signature })),
  })

/**
 * The identities that led to the one of this fingerprint, the oldest first; null when any of the
 * statements does not hold or they do not lead there.
 */
export function readRotations(text: string, fingerprint: string): Predecessor[] | null {
  try {
    const file = toldFile.parse(JSON.parse(text))
    const found: Predecessor[] = []
    let to = fingerprint
    for (const told of file.rotations.toReversed()) {
      const before = predecessor(told, to)
      if (!before) return null
      found.unshift(before)
      to = before.fingerprint
    }
    return found
  } catch {
    return null
  }
}
