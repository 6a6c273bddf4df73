/**
 * What an import takes in, one by one: files as they lie, and the files inside ZIPs, whose
 * directories are checked before anything is unpacked. Archives inside archives are kept as they
 * are and not opened. Nothing is written here.
 */
import { open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import type { ImportResult, NameCoding } from '../../../shared/model/material.ts'
import { foldKey, isDeviceName } from '../bundle/names.ts'
import { Unreadable } from '../extract/read-document.ts'
import { refuseOwn } from '../vault/own-files.ts'
import { fileSource, type Refusal, type Source, streamSource } from '../vault/put.ts'
import { placeOf, type ZipEntry } from '../zip/directory.ts'
import { entryBytes, openZipFile } from '../zip/open-file.ts'
import { type Gathered, isLitter, isLitterFolder, type NotTaken } from './gather.ts'

export type Intake = {
  readonly shown: string
  readonly size: number
} & (
  | { readonly source: Source }
  | { readonly refused: Refusal }
  | { readonly asked: NonNullable<ImportResult['names']> }
)

/** Folders in folders, and characters of one name, that a file of an archive may have. */
const limits = { depth: 20, name: 200 } as const

/** How many names a person is shown to judge their coding by. */
const namesShown = 12

async function isZip({ path }: Gathered): Promise<boolean> {
  if (!/\.zip$/i.test(path)) return false
  const file = await open(path, 'r').catch(() => null)
  const head = Buffer.alloc(4)
  await file?.read(head, 0, 4, 0).catch(() => {})
  await file?.close()
  return ['504b0304', '504b0506'].includes(head.toString('hex'))
}

/** Turns the order of letters round: `a<RLO>fdp.exe` would show as `aexe.pdf`. */
const deceiving = /[\u202a-\u202e\u2066-\u2069]/

function isUsable(name: string): boolean {
  const parts = name.split('/')
  return (
    !deceiving.test(name) &&
    parts.length <= limits.depth &&
    parts.every((part) => part !== '' && part.length <= limits.name && !isDeviceName(part))
  )
}

const refusals = {
  litter: 'file.litter',
  link: 'file.notRegular',
} as const satisfies Record<NotTaken, Fault['code']>

const refusalFor = (not: NotTaken, path: string) =>
  new Fault(refusals[not], { name: basename(path) })

/** In folders of its kind, litter is named once for all of it. */
const inLitterFolder = ({ name }: ZipEntry) => isLitterFolder(name.split('/')[0] ?? '')

function refusalOf(entry: ZipEntry, taken: Set<string>): Unreadable | null {
  const place = placeOf(entry)
  if (entry.fault) return new Unreadable(entry.fault, { place })
  if (!isUsable(entry.name)) return new Unreadable('zip.name', { place })
  const key = foldKey(entry.name)
  if (taken.has(key)) return new Unreadable('zip.duplicate', { place })
  taken.add(key)
  return null
}

async function fromZip(file: Gathered, coding: NameCoding | undefined): Promise<Intake[]> {
  const { path, shown } = file
  const { entries, unmarked } = await openZipFile(path, coding ?? 'gb18030')
  if (unmarked.gb18030.length > 0 && coding === undefined) {
    const few = (names: readonly string[]) => names.slice(0, namesShown)
    const inUtf8 = unmarked['utf-8']
    const asked = { gb18030: few(unmarked.gb18030), 'utf-8': inUtf8 && few(inUtf8) }
    return [{ shown, size: 0, asked }]
  }
  if (entries.length === 0) throw new Fault('file.empty', { name: basename(path) })
  if (entries.every(({ flags }) => flags & 1)) {
    throw new Unreadable('zip.encrypted', { place: '' })
  }
  const taken = new Set<string>()
  const folders = new Set(
    entries.filter(inLitterFolder).map(({ name }) => name.split('/')[0] ?? ''),
  )
  const litter = [...folders].map((name) => ({
    shown: join(shown, name),
    size: 0,
    refused: refusalFor('litter', name),
  }))
  const files = entries
    .filter((entry) => !inLitterFolder(entry))
    .map((entry) => {
      const named = { shown: join(shown, entry.name), size: entry.size }
      const refused = isLitter(basename(entry.name))
        ? refusalFor('litter', entry.name)
        : refusalOf(entry, taken)
      if (refused) return { ...named, refused }
      const source = streamSource(basename(entry.name), () => entryBytes(path, entry))
      return { ...named, source }
    })
  return [...files, ...litter]
}

function asFile(dir: string, { path, shown, size, not }: Gathered): Intake {
  return not
    ? { shown, size, refused: refusalFor(not, path) }
    : { shown, size, source: fileSource(dir, path) }
}

/** The file itself, or what is in it. `dir` is the vault's folder. */
async function intakeOf(
  dir: string,
  file: Gathered,
  coding: NameCoding | undefined,
): Promise<Intake[]> {
  const { path, shown } = file
  if (file.not || !(await isZip(file))) return [asFile(dir, file)]
  try {
    refuseOwn(dir, path)
    return await fromZip(file, coding)
  } catch (error) {
    if (error instanceof Fault || error instanceof Unreadable)
      return [{ shown, size: 0, refused: error }]
    throw error
  }
}

/** Files as they lie, ZIPs among them unopened. */
export const asFiles = (dir: string, files: readonly Gathered[]): Intake[] =>
  files.map((file) => asFile(dir, file))

/** The same with ZIPs opened. `coding` is a person's word on names of unknown coding. */
export async function openingZips(
  dir: string,
  files: readonly Gathered[],
  coding: NameCoding | undefined,
): Promise<Intake[]> {
  const all: Intake[][] = []
  for (const file of files) all.push(await intakeOf(dir, file, coding))
  return all.flat()
}
