/** The texts of a BagIt 1.0 bag (RFC 8493): UTF-8, LF, SHA-256 alone, sorted by bytes. Pure. */

export const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** Names that the format or the product fixes, relative to the bag's root. */
export const tagNames = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  application: 'application.json',
  opinion: 'opinion.json',
  pack: 'programme.json',
  signature: 'signatures/tagmanifest-sha256.txt.p7s',
  /** Which volume of which set this is; only where there are several. */
  volumes: 'volumes.json',
  /** How the signer took over from earlier identities; only where it did. */
  rotation: 'signer-rotation.json',
  /** The optional second signature and its public key: both are there or neither. */
  sm2: 'signatures/tagmanifest-sha256.txt.sm2',
  sm2Key: 'sm2-public-key.pem',
} as const

export type Listed = { readonly path: string; readonly sha256: string }

/** Orders names by the bytes of their UTF-8, as every part of a bundle is ordered. */
export const byBytes = (a: string, b: string): number =>
  Buffer.compare(Buffer.from(a), Buffer.from(b))

/** A manifest: one line a file, hash, two spaces, path. */
export const manifestText = (files: readonly Listed[]): string =>
  files
    .toSorted((a, b) => byBytes(a.path, b.path))
    .map((file) => `${file.sha256}  ${file.path}\n`)
    .join('')

/** Reads a manifest exactly as `manifestText` writes it; null when it is written otherwise. */
export function readManifest(text: string): Map<string, string> | null {
  const files = new Map<string, string>()
  for (const line of text.split('\n').slice(0, -1)) {
    const [, sha256, path] = /^([0-9a-f]{64}) {2}(.+)$/u.exec(line) ?? []
    if (!sha256 || !path) return null
    files.set(path, sha256)
  }
  const listed = [...files].map(([path, sha256]) => ({ path, sha256 }))
  return manifestText(listed) === text ? files : null
}

export type BagInfo = readonly (readonly [label: string, value: string])[]

/** One element a line; line breaks and runs of blanks in a value become a single space. */
export const infoText = (info: BagInfo): string =>
  info.map(([label, value]) => `${label}: ${value.replace(/\s+/gu, ' ').trim()}\n`).join('')

/** Reads bag-info.txt as `infoText` writes it; null when it is written otherwise. */
export function readInfo(text: string): ReadonlyMap<string, string> | null {
  const info = new Map<string, string>()
  for (const line of text.split('\n').slice(0, -1)) {
    const [, label, value] = /^([A-Za-z-]+): (.*)$/u.exec(line) ?? []
    if (!label || value === undefined || info.has(label)) return null
    info.set(label, value)
  }
  return infoText([...info]) === text ? info : null
}

/** Payload-Oxum: bytes, a dot, number of files. */
export const oxum = (sizes: readonly number[]): string =>
  `${sizes.reduce((sum, size) => sum + size, 0)}.${sizes.length}`
