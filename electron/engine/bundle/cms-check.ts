/**
 * Checks a bundle's signature, more strictly than openssl does: every byte of it must be what it
 * has to be, or be covered by the signature itself. It never throws; faults are answers.
 */
import type { VerifyReason } from '../../../shared/model/bundle.ts'
import { keyKind, sha256, verifySha256 } from '../crypto.ts'
import { type Certificate, isSound, readCertificate } from '../identity/certificate.ts'
import { DerError, type Element, readDer, readOid, readTime } from '../identity/der-read.ts'
import { type Bytes, integer, oid, sequence, set } from '../identity/der-write.ts'
import { cmsOids, withTag } from './cms.ts'

export type SignatureCheck =
  | { readonly certificate: Certificate; readonly signedAt: Date }
  | { readonly code: VerifyReason; readonly detail: string }

/** Stops the check with the reason that the report gives. Never leaves this file. */
class Refusal extends Error {
  readonly code: VerifyReason

  constructor(code: VerifyReason, detail: string) {
    super(detail)
    this.code = code
  }
}

function demand(held: unknown, code: VerifyReason, detail: string): asserts held {
  if (!held) throw new Refusal(code, detail)
}

const same = (a: Bytes | undefined, b: Bytes | undefined): boolean =>
  a !== undefined && b !== undefined && Buffer.compare(a, b) === 0
const hashOf = (data: Bytes): Bytes => Buffer.from(sha256(data), 'hex')
const sha256Algorithm = sequence(oid(cmsOids.sha256))
const null_ = Uint8Array.of(5, 0)

/** Checks the detached signature `p7s` over `content`. */
export function checkSignature(p7s: Bytes, content: Bytes): SignatureCheck {
  try {
    return check(p7s, content)
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, detail: error.message }
    if (error instanceof DerError) return { code: 'signature.format', detail: error.message }
    throw error
  }
}

function check(p7s: Bytes, content: Bytes): SignatureCheck {
  const { certificateElement, signerInfo } = openEnvelope(p7s)
  const certificate = readSignerCertificate(certificateElement)
  const [version, sid, digestAlgorithm, attributes, algorithm, value, ...more] = signerInfo.parts
  demand(same(version?.whole, integer(1)), 'signature.format', 'SignerInfo version')
  demand(value?.tag === 0x04 && more.length === 0, 'signature.attributes', 'SignerInfo parts')
  demand(
    same(sid?.whole, sequence(certificate.issuer, certificate.serial)),
    'signature.certificate',
    'issuer and serial number',
  )
  demand(same(digestAlgorithm?.whole, sha256Algorithm), 'signature.algorithm', 'digest')
  demand(attributes?.tag === 0xa0, 'signature.attributes', 'none')
  const signedAt = checkAttributes(attributes, content, certificate)
  checkValue(certificate, algorithm, value.content, withTag(0x31, attributes.whole))
  const inTime = certificate.validFrom <= signedAt && signedAt <= certificate.validTo
  demand(inTime, 'signature.time', signedAt.toISOString())
  return { certificate, signedAt }
}

/** ContentInfo and SignedData: no content inside, one certificate, one signer, nothing more. */
function openEnvelope(p7s: Bytes): { certificateElement: Element; signerInfo: Element } {
  const whole = readDer(p7s)
  const [type, wrapper, ...outside] = whole.parts
  const [signedData, ...beside] = wrapper?.parts ?? []
  const isSigned = same(type?.whole, oid(cmsOids.signedData)) && wrapper?.tag === 0xa0
  demand(
    whole.tag === 0x30 && isSigned && outside.length + beside.length === 0,
    'signature.format',
    'ContentInfo',
  )
  demand(signedData?.tag === 0x30, 'signature.format', 'SignedData')
  const [version, algorithms, content, certificates, signers, ...more] = signedData.parts
  demand(same(version?.whole, integer(1)), 'signature.format', 'SignedData version')
  demand(same(algorithms?.whole, set(sha256Algorithm)), 'signature.algorithm', 'digest')
  demand(same(content?.whole, sequence(oid(cmsOids.data))), 'signature.format', 'content')
  demand(certificates?.tag === 0xa0, 'signature.certificate', 'none')
  const [certificateElement, ...surplus] = certificates.parts
  demand(certificateElement && surplus.length === 0, 'signature.certificate', 'more than one')
  demand(signers?.tag === 0x31 && more.length === 0, 'signature.format', 'SignedData parts')
  const [signerInfo, ...others] = signers.parts
  demand(signerInfo?.tag === 0x30 && others.length === 0, 'signature.signer', 'exactly one')
  return { certificateElement, signerInfo }
}

function readSignerCertificate(element: Element): Certificate {
  try {
    const certificate = readCertificate(element.whole)
    demand(isSound(certificate), 'signature.certificate', 'own signature')
    return certificate
  } catch (error) {
    if (error instanceof DerError) throw new Refusal('signature.certificate', error.message)
    throw error
  }
}

/** Exactly four attributes, each once and with one value. Returns the signing time. */
function checkAttributes(attributes: Element, content: Bytes, certificate: Certificate): Date {
  // Signed as a SET OF: the order is checked by reading it as one.
  const values = new Map<string, Element>()
  for (const { parts } of readDer(withTag(0x31, attributes.whole)).parts) {
    const [type, set_, ...more] = parts
    const [value, ...surplus] = set_?.parts ?? []
    const single = type && set_?.tag === 0x31 && value && more.length + surplus.length === 0
    demand(single, 'signature.attributes', 'form')
    demand(!values.has(readOid(type)), 'signature.attributes', 'twice')
    values.set(readOid(type), value)
  }
  const take = (type: string): Element => {
    const value = values.get(type)
    demand(value, 'signature.attributes', type)
    return value
  }
  const contentType = take(cmsOids.contentType)
  const digest = take(cmsOids.messageDigest)
  const at = take(cmsOids.signingTime)
  const signing = take(cmsOids.signingCertificateV2)
  demand(values.size === 4, 'signature.attributes', 'more than four')
  demand(same(contentType.whole, oid(cmsOids.data)), 'signature.attributes', 'content type')
  checkSigningCertificate(signing, certificate)
  const digestFits = digest.tag === 0x04 && same(digest.content, hashOf(content))
  demand(digestFits, 'signature.digest', '')
  return readTime(at)
}

/** signing-certificate-v2 names this certificate alone, by its SHA-256. */
function checkSigningCertificate(value: Element, certificate: Certificate): void {
  const [list, ...policies] = value.parts
  const [id, ...others] = list?.parts ?? []
  const [hash, issuerSerial, ...more] = id?.parts ?? []
  const alone = id && policies.length + others.length + more.length === 0
  demand(alone && hash?.tag === 0x04, 'signature.attributes', 'signing certificate')
  demand(same(hash.content, hashOf(certificate.der)), 'signature.certificate', 'another one signed')
  if (!issuerSerial) return
  const [names, serial] = issuerSerial.parts
  const issuer = names?.parts[0]?.parts[0]?.whole
  const fits = same(issuer, certificate.issuer) && same(serial?.whole, certificate.serial)
  demand(fits, 'signature.certificate', 'another one signed')
}

function checkValue(
  certificate: Certificate,
  algorithm: Element | undefined,
  value: Bytes,
  attributes: Bytes,
): void {
  const kind = keyKind(certificate.spki)
  const allowed = {
    'ecdsa-p256': [sequence(oid(cmsOids.ecdsaWithSha256))],
    rsa: [sequence(oid(cmsOids.rsaEncryption), null_), sequence(oid(cmsOids.sha256WithRsa), null_)],
    unfit: [],
  }[kind]
  const known = allowed.some((each) => same(each, algorithm?.whole))
  demand(known, 'signature.algorithm', kind === 'unfit' ? 'key' : 'signature')
  if (kind === 'ecdsa-p256') checkEcdsaForm(value)
  demand(verifySha256(certificate.spki, attributes, value), 'signature.value', '')
}

/** SEQUENCE of two positive INTEGERs and nothing else, so that it can be written in one way only. */
function checkEcdsaForm(value: Bytes): void {
  const { tag, parts } = readDer(value)
  const numbers = parts.every((part) => part.tag === 0x02 && (part.content[0] ?? 0x80) < 0x80)
  demand(tag === 0x30 && parts.length === 2 && numbers, 'signature.value', 'form')
}
