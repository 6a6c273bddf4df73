/** Holds a bundle against tools that are not ours: unzip, sha256sum and openssl. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { commands } from '../bundle/note.ts'

/** `passed` is null where the tool is not on this computer. */
export type StrangerResult = { readonly tool: string; readonly passed: boolean | null }

function run(tool: string, args: readonly string[], cwd: string): boolean | null {
  const { error, status } = spawnSync(tool, args, { cwd, encoding: 'utf8' })
  return error ? null : status === 0
}

/** Runs a command of 验证说明.txt as it stands there. */
function runNoted(command: string, bag: string): StrangerResult {
  const [program = '', ...args] = command.split(' ')
  const name = [program, ...args.filter((arg) => noted.test(arg))].join(' ')
  return { tool: name, passed: run(program, args, bag) }
}

/** The words that tell one command of the note from the next. */
const noted = /^(cms|pkcs7|-cades|.*manifest-sha256\.txt)$/

/** Unpacks `bundle` into `folder` and lets each tool judge by the commands of its own note. */
export function strangersJudge(bundle: string, folder: string): StrangerResult[] {
  mkdirSync(folder, { recursive: true })
  const passed = run('unzip', ['-q', '-o', bundle, '-d', folder], folder)
  const [root] = readdirSync(folder)
  if (root === undefined) return [{ tool: 'unzip', passed }]
  const judges = [...commands.files, ...commands.signature]
  return [
    { tool: 'unzip', passed },
    ...judges.map((command) => runNoted(command, join(folder, root))),
  ]
}
