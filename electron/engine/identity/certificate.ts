/**
 * Certificates: makes the self-signed one of an identity and reads those that come with a bundle.
 * A self-made certificate proves "same sender, unchanged" and no more; trust comes by paper.
 */
import { Fault } from '../../../shared/fault.ts'
import { newSigningKey, randomHex, sha256, signSha256, verifySha256 } from '../crypto.ts'
import { DerError, type Element, readDer, readOid, readText, readTime } from './der-read.ts'
import {
  type Bytes,
  bits,
  integer,
  octets,
  oid,
  sequence,
  set,
  tagged,
  time,
  truth,
  utf8,
} from './der-write.ts'

const oids = {
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  organizationIdentifier: '2.5.4.97',
  serialNumber: '2.5.4.5',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
} as const

export type CertificateInput = {
  /** 单位全称. */
  readonly name: string
  /** 统一社会信用代码, or an empty string. */
  readonly creditCode: string
  readonly at: Date
  readonly years?: number
}

/** What we read out of a certificate; `issuer`, `subject` and `serial` are whole DER elements. */
export type Certificate = {
  readonly der: Bytes
  /** SHA-256 of the DER bytes, 64 hex digits. */
  readonly fingerprint: string
  readonly serial: Bytes
  readonly issuer: Bytes
  readonly subject: Bytes
  readonly spki: Bytes
  readonly signed: Bytes
  readonly signature: Bytes
  readonly name: string
  readonly creditCode: string
  /** Who issued it; empty where it was made by its own holder. */
  readonly issuerName: string
  readonly validFrom: Date
  readonly validTo: Date
}

const attribute = (type: string, text: string): Bytes => set(sequence(oid(type), utf8(text)))

function distinguishedName({ name, creditCode }: CertificateInput): Bytes {
  const code = creditCode === '' ? [] : [attribute(oids.organizationIdentifier, creditCode)]
  return sequence(attribute(oids.organization, name), ...code, attribute(oids.commonName, name))
}

/** Valid from the start of the day, so that a clock set back by hours does not spoil a signature. */
function validity(at: Date, years: number): Bytes {
  const day = (year: number) => new Date(Date.UTC(year, at.getUTCMonth(), at.getUTCDate()))
  return sequence(time(day(at.getUTCFullYear())), time(day(at.getUTCFullYear() + years)))
}

const extensions = (): Bytes =>
  sequence(
    sequence(oid(oids.basicConstraints), truth(), octets(sequence())),
    // digitalSignature and nonRepudiation.
    sequence(oid(oids.keyUsage), truth(), octets(bits(6, Uint8Array.of(0xc0)))),
  )

/** A new P-256 key and its self-signed X.509 v3 certificate, valid for `years` (10) from `at`. */
export function makeCertificate(input: CertificateInput): {
  readonly pkcs8: Bytes
  readonly certificate: Bytes
} {
  if (input.name.trim() === '') throw new Fault('identity.unnamed')
  const { pkcs8, spki } = newSigningKey()
  const name = distinguishedName(input)
  const algorithm = sequence(oid(oids.ecdsaWithSha256))
  const serial = integer(0x40, ...Buffer.from(randomHex(15), 'hex'))
  const toSign = sequence(
    tagged(0, integer(2)),
    serial,
    algorithm,
    name,
    validity(input.at, input.years ?? 10),
    name,
    spki,
    tagged(3, extensions()),
  )
  const certificate = sequence(toSign, algorithm, bits(0, signSha256(pkcs8, toSign)))
  return { pkcs8, certificate }
}

/** The text of the first attribute of this type in a name, or an empty string. */
function textOf(name: Element, type: string): string {
  for (const relative of name.parts) {
    for (const [id, value] of relative.parts.map((part) => part.parts)) {
      if (id && value && readOid(id) === type) return readText(value) ?? ''
    }
  }
  return ''
}

/** What stands as a credit code in a certificate; anything else counts as none. */
export const certifiedCode = (text: string): string => (/^[0-9A-Z]{18}$/.test(text) ? text : '')

/** Credit codes stand as organizationIdentifier; certificates of authorities may use others. */
function creditCodeOf(subject: Element): string {
  return certifiedCode(
    textOf(subject, oids.organizationIdentifier) || textOf(subject, oids.serialNumber),
  )
}

const nameOf = (name: Element): string =>
  textOf(name, oids.organization) || textOf(name, oids.commonName)

/** False for a self-made certificate that its own key did not sign with SHA-256. */
export const isSound = ({ issuer, subject, spki, signed, signature }: Certificate): boolean =>
  Buffer.compare(issuer, subject) !== 0 || verifySha256(spki, signed, signature)

/** Reads an X.509 v3 certificate. Throws DerError on anything that is not strict DER or not one. */
export function readCertificate(der: Bytes): Certificate {
  const [tbs, algorithm, signature] = readDer(der).parts
  const [version, serial, inner, issuer, validity, subject, spki] = tbs?.parts ?? []
  const [from, to] = validity?.parts ?? []
  if (!tbs || !algorithm || !signature || !serial || !inner || !issuer || !subject || !spki) {
    throw new DerError('not a certificate')
  }
  const v3 = Buffer.compare(version?.whole ?? der, tagged(0, integer(2))) === 0
  const whole = signature.tag === 0x03 && signature.content[0] === 0
  if (!v3 || !whole || !from || !to || Buffer.compare(algorithm.whole, inner.whole) !== 0) {
    throw new DerError('not a certificate')
  }
  return {
    der,
    fingerprint: sha256(der),
    serial: serial.whole,
    issuer: issuer.whole,
    subject: subject.whole,
    spki: spki.whole,
    signed: tbs.whole,
    signature: signature.content.subarray(1),
    name: nameOf(subject),
    creditCode: creditCodeOf(subject),
    issuerName: Buffer.compare(issuer.whole, subject.whole) === 0 ? '' : nameOf(issuer),
    validFrom: readTime(from),
    validTo: readTime(to),
  }
}
