/**
 * The shape of a command of the command line, and what a command may use. A command returns what it
 * found; it never prints results itself, so that `--json` and plain text cannot drift apart.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import type { House, Job } from '../house.ts'
import { closeVault, openVault, type Surroundings } from '../open.ts'
import { cliText } from './sentences.ts'

export type Values = Readonly<Record<string, string | boolean | undefined>>

/** `exit` 1 means: checked and found wanting. `json` is the whole document of `--json`. */
export type Outcome = {
  readonly exit: 0 | 1
  readonly json: unknown
  readonly lines: readonly string[]
}

export type Tools = {
  readonly around: Surroundings
  readonly job: Job
  /** A line on stdout at once, beside the result; on stderr where stdout belongs to JSON. */
  readonly announce: (line: string) => void
}

export type Command = {
  /** What follows the command's name, for the usage text. */
  readonly usage: string
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>
  /** Options that must be given. */
  readonly needs: readonly string[]
  /** Fewest and most positional arguments. */
  readonly positionals: readonly [number, number]
  readonly run: (
    values: Values,
    positionals: readonly string[],
    tools: Tools,
  ) => Outcome | Promise<Outcome>
}

/** A wrong command line: shown with the usage, exit 2. */
export class UsageError extends Error {}

/** The value of an option; empty where it was not given. */
export const text = (values: Values, name: string): string => String(values[name] ?? '')

/** An option that counts. Throws a UsageError for anything but digits. */
export function count(values: Values, name: string, otherwise: number): number {
  const given = values[name]
  if (given === undefined) return otherwise
  if (typeof given !== 'string' || !/^\d{1,15}$/.test(given)) {
    throw new UsageError(cliText('option.value', { option: `--${name} ${String(given)}` }))
  }
  return Number(given)
}

/** `JSON.parse` tells a reviver how a figure was written; the types do not know it yet. */
type Reviver = (key: string, value: unknown, written?: { readonly source?: string }) => unknown

/** Keeps a figure as the text it was written in: 812.50 is not 812.5, nor has it only 15 digits. */
export const figuresAsWritten: Reviver = (_, value, written) =>
  typeof value === 'number' ? (written?.source ?? String(value)) : value

/** Reads a JSON file, or standard input for `-`. Throws `file.missing` and `file.json`. */
export function readJson(path: string, reviver?: Reviver): unknown {
  const name = path === '-' ? 'stdin' : basename(path)
  const body = (() => {
    try {
      return readFileSync(path === '-' ? 0 : path, 'utf8')
    } catch (cause) {
      throw new Fault('file.missing', { name }, { cause })
    }
  })()
  try {
    return JSON.parse(body.replace(/^\uFEFF/, ''), reviver)
  } catch (cause) {
    throw new Fault('file.json', { name, why: (cause as Error).message }, { cause })
  }
}

/** Opens the vault of `--vault` for the time of `work`. */
export async function withHouse<T>(
  values: Values,
  { around }: Tools,
  work: (house: House) => T | Promise<T>,
): Promise<T> {
  const house = openVault(text(values, 'vault'), around)
  try {
    return await work(house)
  } finally {
    closeVault(house)
  }
}
