/**
 * The detached signature of a bundle: CAdES-BES (CMS, DER), one signer, its certificate embedded,
 * exactly four signed attributes. `openssl cms -verify`, with and without `-cades`, accepts it.
 */
import { keyKind, sha256 } from '../crypto.ts'
import { readCertificate } from '../identity/certificate.ts'
import {
  type Bytes,
  element,
  integer,
  octets,
  oid,
  sequence,
  set,
  tagged,
  time,
} from '../identity/der-write.ts'
import type { Signer } from '../identity/identities.ts'

export const cmsOids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  rsaEncryption: '1.2.840.113549.1.1.1',
  sha256WithRsa: '1.2.840.113549.1.1.11',
} as const

const digest = (data: Bytes): Bytes => octets(Buffer.from(sha256(data), 'hex'))
const attribute = (type: string, value: Bytes): Bytes => sequence(oid(type), set(value))

/** The attributes as they are signed: a SET OF. Inside the SignerInfo the same content is `[0]`. */
const signedAttributes = (content: Bytes, certificate: Bytes, at: Date): Bytes =>
  set(
    attribute(cmsOids.contentType, oid(cmsOids.data)),
    attribute(cmsOids.messageDigest, digest(content)),
    attribute(cmsOids.signingTime, time(at)),
    attribute(cmsOids.signingCertificateV2, sequence(sequence(sequence(digest(certificate))))),
  )

/** Takes the place of the tag byte of a SET OF, as IMPLICIT `[0]` asks. */
export function withTag(tag: number, whole: Bytes): Bytes {
  const copy = Uint8Array.from(whole)
  copy[0] = tag
  return copy
}

const null_ = Uint8Array.of(5, 0)

const signatureAlgorithm = (spki: Bytes): Bytes =>
  keyKind(spki) === 'rsa'
    ? sequence(oid(cmsOids.rsaEncryption), null_)
    : sequence(oid(cmsOids.ecdsaWithSha256))

/** Signs `content`, which stays outside the signature, as of `at` (whole seconds). */
export function signDetached(content: Bytes, signer: Signer, at: Date): Bytes {
  const { certificate } = signer
  const { issuer, serial, spki } = readCertificate(certificate)
  const attributes = signedAttributes(content, certificate, at)
  const sha256Algorithm = sequence(oid(cmsOids.sha256))
  const signerInfo = sequence(
    integer(1),
    sequence(issuer, serial),
    sha256Algorithm,
    withTag(0xa0, attributes),
    signatureAlgorithm(spki),
    octets(signer.sign(attributes)),
  )
  const signedData = sequence(
    integer(1),
    set(sha256Algorithm),
    sequence(oid(cmsOids.data)),
    tagged(0, certificate),
    element(0x31, signerInfo),
  )
  return sequence(oid(cmsOids.signedData), tagged(0, signedData))
}
