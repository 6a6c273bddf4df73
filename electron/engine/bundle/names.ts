/**
 * Names inside a bundle. They must survive Windows, Joliet discs, BagIt and `sha256sum -c` alike;
 * whatever a person called a file is kept in application.json, never here.
 */

/** A component's limits, and a whole path's, in UTF-16 units and in bytes of UTF-8. */
export const limits = { component: 60, componentBytes: 200, root: 40, path: 180 } as const

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

/** The longest start of `text` that keeps characters whole and both limits. */
function cut(text: string, units: number, byteLimit: number = limits.componentBytes): string {
  let kept = ''
  for (const character of text) {
    const next = kept + character
    if (next.length > units || bytes(next) > byteLimit) break
    kept = next
  }
  return kept
}

const trimmed = (text: string): string => text.replace(/^[._ -]+|[._ -]+$/gu, '')

/** Text as part of a name: letters, digits and harmless signs stay, the rest becomes `_`. */
export const plainName = (text: string, units: number = limits.component): string => {
  const clean = text
    .normalize('NFC')
    .replace(/[\p{C}\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replaceAll('+', '＋')
    .replace(/[^\p{L}\p{N}\-_.、（）《》＋]+/gu, '_')
    .replace(/\.{2,}/g, '.')
    .replace(/_{2,}/g, '_')
    // NFC once more: removing a sign can bring two characters together that compose.
    .normalize('NFC')
  return trimmed(cut(trimmed(clean), units))
}

const numbered = (n: number, digits: number): string => String(n).padStart(digits, '0')

/** Folder of a slot: `NN_标题`. */
export const folderName = (n: number, title: string): string => {
  const plain = plainName(title, limits.component - 4)
  return `${numbered(n, 2)}_${plain === '' ? 'slot' : plain}`
}

/** Splits off an ending of one to eight letters or digits, in lower case and without its dot. */
export function splitEnding(name: string): { readonly title: string; readonly ending: string } {
  const [, title = name, ending = ''] = /^(.*)\.([a-zA-Z0-9]{1,8})$/su.exec(name.trim()) ?? []
  return { title, ending: ending.toLowerCase() }
}

/** File of a slot: `NNN_标题.ext`, made from the name a person gave it. */
export function fileName(n: number, original: string, numberOfDigits = 3): string {
  const { title, ending } = splitEnding(original)
  const suffix = ending === '' ? '' : `.${ending}`
  const room = limits.component - numberOfDigits - 2 - suffix.length
  const plain = cut(plainName(title, room), room, limits.componentBytes - 16)
  return `${numbered(n, numberOfDigits)}_${plain === '' ? 'file' : trimmed(plain)}${suffix}`
}

/** What a company's name ends with and is left out of its short one. */
const legalForm = /(（集团）|集团)?(股份)?(有限)?(责任)?公司(（[^）]*）)?$/u

/** Names of devices, which Windows takes for the device whatever follows a dot. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(\.|$)/i

/** Whether Windows would take a file of this name for a device. */
export const isDeviceName = (name: string): boolean => reserved.test(name)

/**
 * `<项目简称>_<单位简称>_<yyyymmdd>_<8 hex>`, at most 40 characters; `volume` (`卷1共3`) comes last.
 */
export function rootName(
  short: string,
  enterprise: string,
  day: string,
  id: string,
  volume = '',
): string {
  const end = volume === '' ? '' : `_${volume}`
  const tail = `_${day.replaceAll('-', '')}_${id}${end}`
  const programme = plainName(short, volume === '' ? 16 : 10) || 'bundle'
  const room = limits.root - tail.length - programme.length - 1
  const full = plainName(enterprise)
  const applicant = plainName(full.replace(legalForm, '') || full, room) || '-'
  const name = `${programme}_${applicant}${tail}`
  // Only a dot can make a device of it (con.2023_…), and only the first one.
  return reserved.test(name) ? name.replace('.', '_') : name
}

/** What must differ between any two names: width, composition and case do not count. */
export const foldKey = (path: string): string =>
  path.normalize('NFKC').toLowerCase().toUpperCase().normalize('NFKC')

/** Without a shape of their own; among them letters, the Hangul fillers. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u

/** Why one component of a path cannot stand in a bundle, or null. */
export function componentFault(name: string): string | null {
  if (name === '' || name === '.' || name === '..') return 'empty'
  if (name !== name.normalize('NFC')) return 'nfc'
  if (invisible.test(name)) return 'invisible'
  if (/[<>:"|?*;\\/%]/.test(name)) return 'character'
  if (/[. ]$/.test(name) || name.startsWith(' ')) return 'ending'
  if (reserved.test(name)) return 'reserved'
  return name.length > limits.component || bytes(name) > limits.componentBytes ? 'long' : null
}

/** Why a path (root included, `/` between components) cannot stand in a bundle, or null. */
export function pathFault(path: string): string | null {
  if (path.length > limits.path) return 'long'
  const [root = '', ...rest] = path.split('/')
  if (root.length > limits.root) return 'root'
  for (const name of [root, ...rest]) {
    const fault = componentFault(name)
    if (fault) return fault
  }
  return null
}
