/**
 * Puts the bundled faces as TrueType files where the engine looks for them. The files come from
 * pinned npm packages and are not kept in the repository: pdfmake embeds TrueType only, and LXGW
 * WenKai is published whole only as WOFF, which is unpacked here (zlib tables, no dependency).
 *
 * Run by the build, by `node build/fonts.mjs [folder]`, and by tests before a build exists. Files
 * already there are left alone; each is written beside its name and then renamed, so that two
 * processes may prepare the same folder at once.
 */
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { inflateSync } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))
const google = 'node_modules/@expo-google-fonts'

/** File name in the folder → file in the package. */
const faces = {
  'NotoSansSC-Medium.ttf': `${google}/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf`,
  'NotoSerifSC-Regular.ttf': `${google}/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf`,
  'NotoSerifSC-Bold.ttf': `${google}/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf`,
  'NotoSansSymbols2-Regular.ttf': `${google}/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf`,
  // fontsource numbers the Regular cut 500.
  'LXGWWenKai-Regular.ttf':
    'node_modules/@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff',
}

const align = (n) => (n + 3) & ~3

/** Unpacks a WOFF 1.0 file into the TrueType file that it wraps, byte for byte per table. */
export function unpackWoff(woff) {
  if (woff.readUInt32BE(0) !== 0x774f4646) throw new Error('not a WOFF 1.0 file')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, i) => {
    const at = 44 + i * 20
    const [offset, packed, length, checksum] = [4, 8, 12, 16].map((d) => woff.readUInt32BE(at + d))
    const raw = woff.subarray(offset, offset + packed)
    const data = packed < length ? inflateSync(raw) : raw
    if (data.length !== length) throw new Error('a WOFF table has the wrong length')
    return { tag: woff.subarray(at, at + 4), checksum, data }
  })
  const head = Buffer.alloc(12 + count * 16)
  const power = 2 ** Math.floor(Math.log2(count))
  head.writeUInt32BE(woff.readUInt32BE(4), 0)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE(count * 16 - power * 16, 10)
  let offset = head.length
  const parts = [head]
  tables.forEach(({ tag, checksum, data }, i) => {
    const at = 12 + i * 16
    tag.copy(head, at)
    head.writeUInt32BE(checksum, at + 4)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(data.length, at + 12)
    parts.push(data, Buffer.alloc(align(data.length) - data.length))
    offset += align(data.length)
  })
  return Buffer.concat(parts)
}

async function prepare(target, source) {
  if (await stat(target).catch(() => null)) return
  const bytes = await readFile(source)
  const part = `${target}.${process.pid}.part`
  await writeFile(part, source.endsWith('.woff') ? unpackWoff(bytes) : bytes)
  await rename(part, target)
}

/** Fills `folder` with the five faces; returns the folder. */
export async function prepareFonts(folder = path.join(root, 'out/assets/fonts')) {
  await mkdir(folder, { recursive: true })
  for (const [name, source] of Object.entries(faces))
    await prepare(path.join(folder, name), path.join(root, source))
  return folder
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await prepareFonts(process.argv[2] && path.resolve(process.argv[2]))
}
