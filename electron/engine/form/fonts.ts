/**
 * Finds the faces that a 申报书 is set in. 黑体 is Noto Sans SC, 小标宋 Noto Serif SC Bold, 楷体 LXGW
 * WenKai; 仿宋 is the PC's own when it has one that may be embedded (OS/2 fsType), and otherwise
 * Noto Serif SC, which is reported in `substituted` so that the page can say it. Nothing on the
 * form itself speaks of it. This file only reads fonts; it never installs, fetches or caches any.
 */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Font } from 'fontkit'
import { Fault } from '../../../shared/fault.ts'

/** Where faces are read from: the bundled ones, and the system's own folders, best first. */
export type FontFolder = { readonly bundled: string; readonly system: readonly string[] }

export type FaceName = 'fangsong' | 'song' | 'title' | 'hei' | 'kai' | 'symbols'

export type Face = {
  readonly name: FaceName
  readonly file: string
  readonly font: Font
  /** Natural height of a line over the size of the type. */
  readonly pitch: number
}

export type Faces = {
  readonly faces: ReadonlyMap<FaceName, Face>
  /** Official faces that a bundled one stands in for. */
  readonly substituted: readonly string[]
}

const bundledFiles: readonly (readonly [FaceName, string])[] = [
  ['song', 'NotoSerifSC-Regular.ttf'],
  ['title', 'NotoSerifSC-Bold.ttf'],
  ['hei', 'NotoSansSC-Medium.ttf'],
  ['kai', 'LXGWWenKai-Regular.ttf'],
  ['symbols', 'NotoSansSymbols2-Regular.ttf'],
]

/** File names under which 仿宋 is known on Windows, macOS and Chinese Linux systems. */
const fangsongFiles = new Set(
  [
    'simfang.ttf',
    '仿宋_gb2312.ttf',
    'fangsong_gb2312.ttf',
    'simfang_gb2312.ttf',
    'stfangso.ttf',
  ].map((name) => name.normalize('NFC')),
)

/** The folders of this system's own fonts. `env` and `platform` are the process's. */
export function systemFontFolders(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  if (platform === 'win32') {
    const local = env.LOCALAPPDATA
    const own = local ? [path.join(local, 'Microsoft', 'Windows', 'Fonts')] : []
    return [path.join(env.SystemRoot ?? 'C:\\Windows', 'Fonts'), ...own]
  }
  const home = env.HOME ?? ''
  if (platform === 'darwin') return ['/Library/Fonts', path.join(home, 'Library/Fonts')]
  return ['/usr/share/fonts', '/usr/local/share/fonts', path.join(home, '.local/share/fonts')]
}

/** The faces of this program and of this computer. `assets` is the folder of shipped files. */
export const fontFolder = (assets: string): FontFolder => ({
  bundled: path.join(assets, 'fonts'),
  system: systemFontFolders(process.platform, process.env),
})

/** Opens every face. Throws Fault `form.font` when a bundled one is missing or unreadable. */
export async function resolveFaces(folder: FontFolder): Promise<Faces> {
  const faces = new Map<FaceName, Face>()
  for (const [name, file] of bundledFiles)
    faces.set(name, await bundledFace(name, path.join(folder.bundled, file)))
  const own = await systemFangsong(folder.system)
  if (own) faces.set('fangsong', own)
  return { faces, substituted: own ? [] : ['仿宋'] }
}

async function bundledFace(name: FaceName, file: string): Promise<Face> {
  try {
    return await openFace(name, file)
  } catch (cause) {
    throw new Fault('form.font', { font: path.basename(file) }, { cause })
  }
}

async function openFace(name: FaceName, file: string): Promise<Face> {
  const { create } = await import('fontkit')
  const font = create(await readFile(file))
  const pitch = (font.ascent - font.descent) / font.unitsPerEm
  return { name, file, font, pitch }
}

/** A damaged or restricted file of the PC is passed over: the bundled face is always there. */
async function systemFangsong(folders: readonly string[]): Promise<Face | undefined> {
  for (const folder of folders) {
    const names = await readdir(folder, { recursive: true }).catch(() => [])
    for (const name of names.toSorted()) {
      if (!fangsongFiles.has(path.basename(name).normalize('NFC').toLowerCase())) continue
      const face = await openFace('fangsong', path.join(folder, name)).catch(() => undefined)
      if (face && embeddable(face.font)) return face
    }
  }
  return undefined
}

function embeddable(font: Font): boolean {
  const rights = font['OS/2']?.fsType
  if (!('glyf' in font.directory.tables) || !rights) return false
  return !rights.noEmbedding && !rights.noSubsetting && !rights.bitmapOnly
}
