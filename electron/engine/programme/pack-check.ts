/**
 * Checks one pack file as a whole: syntax, schema, then lint. Names line, path and reason of every
 * fault it finds; it never mends a pack and never throws over one.
 */
import { isUtf8 } from 'node:buffer'
import { z } from 'zod'
import type { PackFault } from '../../../shared/model/programme.ts'
import { type Pack, pack as schema } from '../../../shared/programme/pack.ts'
import { type JsonText, readJson, showPath } from './json-lines.ts'
import { lintPack } from './lint/lint.ts'
import { type Note, type PackIssue, packFault } from './pack-fault.ts'

export type CheckedPack = { readonly pack?: Pack; readonly faults: readonly PackFault[] }

/** The pack when it fits the schema, and every fault. A pack with faults is not for use. */
export function checkPack(text: string): CheckedPack {
  const json = readJson(text)
  if ('detail' in json) {
    return { faults: [packFault(json.line, '', 'json.syntax', { detail: json.detail })] }
  }
  const faults: PackFault[] = []
  const note: Note = (path, code, data = {}) => {
    faults.push(packFault(json.lineOf(path), showPath(path), code, data))
  }
  for (const path of json.repeated) note(path, 'duplicate.key', { name: String(path.at(-1)) })
  const result = schema.safeParse(json.value)
  if (!result.success) return { faults: [...faults, ...schemaFaults(result.error, json)] }
  lintPack(result.data, note)
  return { pack: result.data, faults: faults.toSorted((a, b) => a.line - b.line) }
}

/** The body is the file's text without a byte order mark, as every later reader wants it. */
export type CheckedFile = CheckedPack & { readonly body: string }

/** Checks a file's bytes. In another encoding than UTF-8 half of its words would be other words. */
export function checkPackFile(bytes: Uint8Array): CheckedFile {
  const body = new TextDecoder().decode(bytes)
  if (isUtf8(bytes)) return { ...checkPack(body), body }
  const line = body.slice(0, body.indexOf('\uFFFD')).split('\n').length
  return { faults: [packFault(line, '', 'text.encoding', {})], body }
}

const chinese = z.locales.zhCN().localeError

function schemaFaults(error: z.ZodError, json: JsonText): PackFault[] {
  return error.issues.flatMap(narrow).map((issue) => {
    const code: PackIssue['code'] = 'schema'
    const words = chinese(issue as Parameters<typeof chinese>[0])
    const detail = typeof words === 'string' ? words : (words?.message ?? issue.message)
    const path =
      issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path
    return packFault(json.lineOf(path), showPath(path), code, { detail: issue.message }, { detail })
  })
}

/** Of a union's many complaints, those of the branch that came closest. */
function narrow(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const [best = []] = issue.errors.toSorted((a, b) => distance(a) - distance(b))
  return best.flatMap((each) => narrow({ ...each, path: [...issue.path, ...each.path] }))
}

/** A fault deep inside a branch means that the branch itself was right. */
const distance = (issues: readonly z.core.$ZodIssue[]): number =>
  issues.length * 10 - Math.max(0, ...issues.map((issue) => issue.path.length))
