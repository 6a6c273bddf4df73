/**
 * Reads JSON and remembers on which line each path begins, so that a fault can be named where it
 * stands. Never repairs: the first syntax error ends the reading.
 */

export type JsonText = {
  readonly value: unknown
  /** 1-based line of a path; of its nearest parent where the path itself is absent. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
  /** Keys that stand twice in one object: the second one's path. */
  readonly repeated: readonly (readonly PropertyKey[])[]
}
export type JsonError = { readonly line: number; readonly detail: string }

type Path = readonly (string | number)[]
type Scan = {
  readonly text: string
  at: number
  readonly offsets: Map<string, number>
  readonly repeated: Path[]
}

class SyntaxFault extends Error {}

/** Far deeper than any pack; a file that goes on and on must end in a fault, not in the stack. */
const deepest = 200

/** Tells a key with a dot in it from two keys, and an empty key from none. */
const keyOf = (path: readonly PropertyKey[]): string => JSON.stringify(path)

/** The value with its positions, or the place and reason of the first syntax error. */
export function readJson(text: string): JsonText | JsonError {
  const scan: Scan = {
    text,
    at: text.startsWith('\uFEFF') ? 1 : 0,
    offsets: new Map(),
    repeated: [],
  }
  try {
    const value = readValue(scan, [])
    skip(scan)
    if (scan.at < text.length) fail(scan, 'text after the end')
    return { value, repeated: scan.repeated, lineOf: (path) => nearest(scan, path) }
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    return { line: lineAt(text, scan.at), detail: error.message }
  }
}

/** conditions[3].source.line */
export const showPath = (path: readonly PropertyKey[]): string =>
  path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`,
    )
    .join('')

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

function nearest(scan: Scan, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const offset = scan.offsets.get(keyOf(path.slice(0, length)))
    if (offset !== undefined) return lineAt(scan.text, offset)
  }
  return 1
}

const fail = (_: Scan, detail: string): never => {
  throw new SyntaxFault(detail)
}

function skip(scan: Scan): void {
  while (' \t\r\n'.includes(scan.text[scan.at] ?? 'x')) scan.at += 1
}

function readValue(scan: Scan, path: Path): unknown {
  skip(scan)
  if (path.length > deepest) fail(scan, 'nested too deeply')
  if (!scan.offsets.has(keyOf(path))) scan.offsets.set(keyOf(path), scan.at)
  const next = scan.text[scan.at]
  if (next === '{') return readObject(scan, path)
  if (next === '[') return readArray(scan, path)
  return next === '"' ? readString(scan) : readLiteral(scan)
}

function readObject(scan: Scan, path: Path): Record<string, unknown> {
  const found = new Map<string, unknown>()
  scan.at += 1
  for (skip(scan); scan.text[scan.at] !== '}'; skip(scan)) {
    if (found.size > 0) expect(scan, ',')
    skip(scan)
    const start = scan.at
    if (scan.text[start] !== '"') fail(scan, 'a key in double quotes is expected')
    const key = readString(scan)
    const inner = [...path, key]
    if (found.has(key)) scan.repeated.push(inner)
    scan.offsets.set(keyOf(inner), start)
    skip(scan)
    expect(scan, ':')
    found.set(key, readValue(scan, inner))
  }
  scan.at += 1
  return Object.fromEntries(found)
}

function readArray(scan: Scan, path: Path): unknown[] {
  const found: unknown[] = []
  scan.at += 1
  for (skip(scan); scan.text[scan.at] !== ']'; skip(scan)) {
    if (found.length > 0) expect(scan, ',')
    found.push(readValue(scan, [...path, found.length]))
  }
  scan.at += 1
  return found
}

function expect(scan: Scan, sign: string): void {
  if (scan.text[scan.at] !== sign) fail(scan, `"${sign}" is expected`)
  scan.at += 1
}

function readString(scan: Scan): string {
  const match = matchHere(scan, /"(?:[^"\\\n]|\\.)*"/y)
  if (match === null) return fail(scan, 'the text has no closing quotation mark')
  return parsed(scan, match) as string
}

const readLiteral = (scan: Scan): unknown =>
  parsed(scan, matchHere(scan, /[^\s,:[\]{}"]+/y) ?? fail(scan, 'a value is expected'))

function matchHere(scan: Scan, pattern: RegExp): string | null {
  pattern.lastIndex = scan.at
  return pattern.exec(scan.text)?.[0] ?? null
}

function parsed(scan: Scan, literal: string): unknown {
  try {
    const value: unknown = JSON.parse(literal)
    scan.at += literal.length
    return value
  } catch {
    return fail(scan, `${literal.slice(0, 40)} is not a value`)
  }
}
