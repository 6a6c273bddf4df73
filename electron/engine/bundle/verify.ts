/**
 * Our verifier: the ZIP byte for byte, every file against both manifests, then the signature. It
 * reads the file and writes nothing, and says "ok" for nothing less than all of it.
 */
import {
  type Predecessor,
  type VerifyReason,
  type VerifyReport,
  type VolumeOf,
  verifyReportLimit,
} from '../../../shared/model/bundle.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import type { Job } from '../house.ts'
import { readRotations } from '../identity/rotation.ts'
import { readSm2Pem, verifySm2 } from '../identity/sm2.ts'
import { readAbout } from './application-file.ts'
import { tagNames } from './bag.ts'
import { type Bag, checkBag, strictText } from './bag-check.ts'
import { checkSignature } from './cms-check.ts'
import { readOpinionAbout } from './opinion-file.ts'
import { passThrough, scanBag } from './scan-bag.ts'
import { readVolume } from './volume-list.ts'
import type { Archive, Reason } from './zip-check.ts'
import { type Pass, passOver } from './zip-scan.ts'

/** Texts beyond this are no bundle's; files of any size are verified. */
const largestText = 64 * 1024 * 1024
const largestSignature = 1024 * 1024
const read: readonly string[] = Object.values(tagNames)

type Content = Pick<VerifyReport, 'signer' | 'about' | 'volume'> & {
  readonly reasons: readonly Reason[]
}

const faulty = (code: VerifyReason, place: string, detail = ''): Reason => ({ code, place, detail })

/** Statements of earlier identities; none where there is no such file. */
function predecessorsIn(bag: Bag, fingerprint: string): Predecessor[] | null {
  if (!bag.hashes.has(tagNames.rotation)) return []
  const text = strictText(bag.texts.get(tagNames.rotation))
  return text === null ? null : readRotations(text, fingerprint)
}

/** The second signature: null where there is none, `false` where what is there does not hold. */
function secondIn(bag: Bag, content: Uint8Array): string | null | false {
  const [signature, pem] = [tagNames.sm2, tagNames.sm2Key].map((name) => bag.texts.get(name))
  if (!bag.hashes.has(tagNames.sm2) && !bag.hashes.has(tagNames.sm2Key)) return null
  const publicKey = readSm2Pem(strictText(pem) ?? '')
  return publicKey && signature && verifySm2(publicKey, content, signature) ? publicKey : false
}

function checkSigned(bag: Bag): Pick<Content, 'signer' | 'reasons'> {
  const signature = bag.texts.get(tagNames.signature)
  const content = bag.texts.get(tagNames.tagManifest)
  if (!signature) {
    const code = bag.hashes.has(tagNames.signature) ? 'signature.format' : 'signature.missing'
    return { signer: null, reasons: [faulty(code, tagNames.signature)] }
  }
  if (!content) return { signer: null, reasons: [] }
  const result = checkSignature(signature, content)
  if ('code' in result) {
    return { signer: null, reasons: [{ ...result, place: tagNames.signature }] }
  }
  const { certificate, signedAt } = result
  const predecessors = predecessorsIn(bag, certificate.fingerprint)
  const sm2 = secondIn(bag, content)
  const signer = {
    fingerprint: certificate.fingerprint,
    name: certificate.name,
    creditCode: certificate.creditCode,
    signedAt: signedAt.toISOString(),
    validFrom: todayInChina(certificate.validFrom),
    validTo: todayInChina(certificate.validTo),
    predecessors: predecessors ?? [],
    sm2: sm2 || null,
  }
  return {
    signer,
    reasons: [
      ...(predecessors ? [] : [faulty('signature.rotation', tagNames.rotation)]),
      ...(sm2 === false ? [faulty('signature.sm2', tagNames.sm2)] : []),
    ],
  }
}

/** Which volume it is; undefined where it is alone, null where its list does not hold. */
function volumeIn(bag: Bag): VolumeOf | undefined | null {
  if (!bag.hashes.has(tagNames.volumes)) return undefined
  const text = strictText(bag.texts.get(tagNames.volumes))
  return text === null ? null : readVolume(text, bag.root, bag.hashes)
}

/** A bag is an application's or an opinion, never both. */
function checkAbout(bag: Bag, volume: number | undefined): Pick<Content, 'about' | 'reasons'> {
  const place =
    bag.hashes.has(tagNames.opinion) && !bag.hashes.has(tagNames.application)
      ? tagNames.opinion
      : tagNames.application
  const text = strictText(bag.texts.get(place))
  const read = place === tagNames.opinion ? readOpinionAbout : readAbout
  const about = text === null ? null : read(text, bag.hashes, volume)
  if (about) return { about, reasons: [] }
  const code = place === tagNames.opinion ? 'opinion.invalid' : 'application.invalid'
  return { about: null, reasons: [faulty(code, place)] }
}

function checkContent(bag: Bag): Content {
  const signed = checkSigned(bag)
  const volume = volumeIn(bag)
  const told = checkAbout(bag, volume?.number)
  return {
    signer: signed.signer,
    about: told.about,
    volume: volume ?? null,
    reasons: [
      ...checkBag(bag),
      ...signed.reasons,
      ...(volume === null ? [faulty('volume.invalid', tagNames.volumes)] : []),
      ...told.reasons,
    ],
  }
}

/** Verifies bytes that can be read anywhere. Throws `job.cancelled` and what reading throws. */
export async function verifyArchive(
  archive: Archive,
  path: string,
  job: Job,
  pass: Pass = passOver(archive),
): Promise<VerifyReport> {
  const keeps = (file: string, size: number): boolean =>
    read.includes(file) && size <= (file === tagNames.signature ? largestSignature : largestText)
  const { directory, scanned, bag } = await scanBag(archive, keeps, job, pass)
  const { size } = archive
  const { root } = bag
  const base = { path, size, root, files: directory.entries.length, sha256: scanned.sha256 }
  if (directory.reasons.length > 0) {
    const none = { tagManifestSha256: '', signer: null, about: null, volume: null }
    const reasons = directory.reasons.slice(0, verifyReportLimit)
    return { ...base, ...none, ok: false, reasons }
  }
  const content = checkContent(bag)
  const reasons = [...scanned.reasons, ...content.reasons]
  return {
    ...base,
    ok: reasons.length === 0 && content.signer !== null && content.about !== null,
    reasons: reasons.slice(0, verifyReportLimit),
    tagManifestSha256: bag.hashes.get(tagNames.tagManifest) ?? '',
    signer: content.signer,
    about: reasons.length === 0 ? content.about : null,
    volume: content.volume,
  }
}

/**
 * Verifies a bundle file in one pass and bounded memory. Bad content is an answer, never an error.
 * Throws `file.missing`, `file.notRegular`, `file.unreadable`, `job.cancelled`.
 */
export const verifyBundle = (path: string, job: Job): Promise<VerifyReport> =>
  passThrough(path, job, (archive, pass) => verifyArchive(archive, path, job, pass))
