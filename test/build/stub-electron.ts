/**
 * A folder that looks like Electron's runtime to electron-builder: programs that carry the fuses
 * and, for Windows, a version resource; nothing in it runs.
 */

import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The mark by which the fuses are found in the program, then version, count and state of each. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const factory = '101100110'
const fuses = Buffer.concat([
  Buffer.from(sentinel),
  Buffer.from([1, factory.length]),
  Buffer.from(factory),
])

/** States of the nine fuses in a program: 1 on, 0 off, in Electron's order. */
export const fusesOf = (program: Buffer): string => {
  const at = program.indexOf(sentinel) + sentinel.length
  return program.toString('latin1', at + 2, at + 2 + factory.length)
}

type Resedit = typeof import('resedit')

const windowsProgram = () => {
  // A package of electron-builder's own.
  const require = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
  const { NtExecutable, NtExecutableResource, Resource }: Resedit = require('resedit')
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program)
  const info = Resource.VersionInfo.createEmpty()
  info.setFileVersion(45, 4, 1, 0, 1033)
  info.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  info.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  return Buffer.concat([Buffer.from(program.generate()), fuses])
}

/** Writes the stub for a platform into `folder` and returns the folder. */
export const stubElectron = (
  folder: string,
  platform: 'linux' | 'win',
  version: string,
): string => {
  const put = (name: string, data: string | Buffer) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), data, { mode: 0o755 })
  }
  put('version', version)
  put('LICENSE', 'stub')
  put('LICENSES.chromium.html', 'stub')
  put('locales/zh-CN.pak', 'stub')
  if (platform === 'linux') put('electron', Buffer.concat([Buffer.from('stub\n'), fuses]))
  else put('electron.exe', windowsProgram())
  return folder
}
