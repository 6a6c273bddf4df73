/** Which file of a backup lies in which archive, every byte of its texts known. Reads no file. */
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { say } from '../../../shared/text/say.ts'
import words from '../../../shared/text/zh-CN/backup.json' with { type: 'json' }
import { manifestText } from '../bundle/bag.ts'
import { rootName } from '../bundle/names.ts'
import { planVolumes, type Room } from '../bundle/plan-volumes.ts'
import { archiveOf, type BagFile, listBag, textFile } from '../bundle/seal-bag.ts'
import { volumesText } from '../bundle/volume-list.ts'
import type { ArchiveSpec } from '../bundle/write-archive.ts'
import { sha256 } from '../crypto.ts'
import type { House } from '../house.ts'
import { backupFile, backupText } from './backup-file.ts'

/** A vault as far as a backup tells of it. */
export type Subject = Pick<House, 'vaultId' | 'name' | 'version'>

export type About = {
  readonly id: string
  readonly at: Date
  readonly materials: number
  readonly bytes: number
  /** SHA-256 of the materials that are not in it. */
  readonly left: readonly string[]
}

/** Eight hex digits that tell two backups apart. */
export const idOf = (files: readonly BagFile[], at: Date): string =>
  sha256(`${manifestText(files)}\n${at.toISOString()}`).slice(0, 8)

/** Name of the one archive, or of the folder of all. */
export const rootOf = (subject: Subject, { id, at }: Pick<About, 'id' | 'at'>, part = ''): string =>
  rootName(words.name, subject.name, todayInChina(at), id, part)

type Part = { readonly root: string; readonly payload: readonly BagFile[] }

const listOf = (id: string, parts: readonly Part[]): string =>
  volumesText({
    id,
    volumes: parts.map(({ root, payload }, at) => ({
      number: at + 1,
      root,
      files: payload.length,
      bytes: payload.reduce((sum, { size }) => sum + size, 0),
      manifest: sha256(manifestText(payload)),
    })),
  })

/** What a killed backup leaves; each has a name of its own, so that none would ever be written over. */
export const isLeftover = (name: string): boolean =>
  name.startsWith(`${words.name}_`) && /_\d{8}_[0-9a-f]{8}(\.zip)?\.part$/.test(name)

/** One archive, or as many parts as it takes. Throws `bundle.fileTooLarge`. */
export function composeBackup(
  subject: Subject,
  files: readonly BagFile[],
  about: About,
  room: Room,
): readonly ArchiveSpec[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const plan = planVolumes(files, room)
  const count = plan.length
  const parts = plan.map((paths, at): Part => {
    const part = count === 1 ? '' : say(words, 'volume', { number: at + 1, count })
    return {
      root: rootOf(subject, about, part),
      payload: paths.flatMap((path) => byPath.get(path) ?? []),
    }
  })
  const { vaultId: vault, name, version: program } = subject
  const told = backupText({ ...about, vault, name, program, at: about.at.toISOString() })
  const group = rootOf(subject, about)
  const list = count > 1 ? listOf(about.id, parts) : ''
  return parts.map(({ root, payload }, at) => {
    const bag = listBag({
      root,
      payload,
      tags: [textFile(backupFile, told), textFile(words.noteFile, words.note)],
      organization: name,
      description: words.description,
      at: about.at,
      version: program,
      ...(count > 1 && { volume: { group, count: `${at + 1} of ${count}`, list } }),
    })
    return archiveOf(root, bag.files)
  })
}
