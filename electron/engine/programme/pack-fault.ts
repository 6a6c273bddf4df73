/** Gathers the faults of a pack: where, which sentence, and what fills it. */
import type { PackFault } from '../../../shared/model/programme.ts'
import { type Data, say } from '../../../shared/text/say.ts'
import sentences from '../../../shared/text/zh-CN/pack.json' with { type: 'json' }

export type Path = readonly PropertyKey[]
export type PackIssue = {
  readonly path: Path
  readonly code: keyof typeof sentences
  readonly data: Data
}
/** Notes one fault. */
export type Note = (path: Path, code: PackIssue['code'], data?: Data) => void

/** A fault with its sentence; `code` and `data` let a reader put it in another language. */
export const packFault = (
  line: number,
  path: string,
  code: PackIssue['code'],
  data: Data,
  reason: Data = data,
): PackFault => ({ line, path, code, data, reason: say(sentences, code, reason) })
