/** programmes, pack check: what can be applied for. Neither needs a vault. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import { checkPackFile } from '../programme/pack-check.ts'
import type { ShelvedPack } from '../programme/shelf.ts'
import { type Command, text, UsageError } from './command.ts'
import { cliText } from './sentences.ts'

function summaryOf({ pack, hash }: ShelvedPack) {
  const { id, edition, title, level, region, category, department, windows, documents } = pack
  const tracks = pack.tracks.map((track) => ({
    id: track.id,
    title: track.title,
    conditions: track.conditions,
    materials: track.slots,
    source: track.source,
  }))
  return {
    id,
    edition,
    hash,
    title,
    level,
    region,
    category,
    department,
    documents,
    windows,
    tracks,
    conditions: pack.conditions,
    materials: pack.slots,
    hasForm: pack.form !== undefined,
    dataNotes: pack.dataNotes,
  }
}

export const programmes: Command = {
  usage: 'programmes [--id ID] [--full]',
  options: { id: { type: 'string' }, full: { type: 'boolean' } },
  needs: [],
  positionals: [0, 0],
  run: (values, _positionals, { around }) => {
    const { packs, unusable } = around.packs
    const wanted = packs.filter(({ pack }) => values.id === undefined || pack.id === values.id)
    if (wanted.length === 0 && values.id !== undefined) {
      throw new Fault('programme.unknown', { id: text(values, 'id'), edition: '' })
    }
    const whole = ({ pack, hash }: ShelvedPack) => ({ ...pack, hash })
    return {
      exit: 0,
      json: { programmes: values.full ? wanted.map(whole) : wanted.map(summaryOf), unusable },
      lines: wanted.flatMap(({ pack }) => [
        `${pack.id} ${pack.edition} ${pack.title}`,
        ...pack.tracks.map((track) => `  ${track.id} ${track.title}`),
      ]),
    }
  },
}

function checkFile(path: string) {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) {
    throw new Fault('file.notRegular', { name: basename(path) })
  }
  try {
    const { faults } = checkPackFile(readFileSync(path))
    return { file: path, ok: faults.length === 0, faults }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause
    throw new Fault('file.missing', { name: basename(path) }, { cause })
  }
}

export const packCommand: Command = {
  usage: 'pack check FILE…',
  options: {},
  needs: [],
  positionals: [2, Number.POSITIVE_INFINITY],
  run: (_values, [verb, ...files]) => {
    if (verb !== 'check') throw new UsageError(cliText('command.unknown', { name: `pack ${verb}` }))
    const results = files.map(checkFile)
    return {
      exit: results.every(({ ok }) => ok) ? 0 : 1,
      json: { files: results },
      lines: results.flatMap(({ file, ok, faults }) =>
        ok
          ? [cliText('pack.good', { file })]
          : faults.map(({ line, path, reason }) => `${file}:${line} ${path} ${reason}`),
      ),
    }
  },
}
