/** The gate of the host calls: what the page says is read here before a dialog or a file hears of it. */
import type { HostCalls } from '../../shared/host.ts'

/** The texts that each call takes; it takes nothing else. */
const texts: { readonly [N in keyof HostCalls]: readonly string[] } = {
  pickFiles: ['title'],
  pickFolder: ['title'],
  pickSave: ['title', 'name'],
  reveal: ['handle'],
  openFile: ['handle'],
  print: [],
  opened: [],
  about: [],
}

const isObject = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null

/** Throws where a host call lacks one of its texts; a call of another name passes. */
export function refuseWrongInput(call: string, input: unknown): void {
  if (!Object.hasOwn(texts, call)) return
  const given = isObject(input) ? input : {}
  const wanted = texts[call as keyof HostCalls]
  if (wanted.some((name) => typeof given[name] !== 'string')) throw new Error('wrong input')
}

/** The list of texts under `key`. Throws where there is none. */
export function textsIn(input: unknown, key: string): readonly string[] {
  const list = isObject(input) ? input[key] : undefined
  if (Array.isArray(list) && list.every((one) => typeof one === 'string')) return list
  throw new Error('wrong input')
}
