/** Puts new output in the place of old output without ever showing a half of it to a reader. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const beside = (path, word) => `${path}.${word}-${process.pid}`

export const replaceFile = (path, contents) => {
  mkdirSync(dirname(path), { recursive: true })
  const fresh = beside(path, 'new')
  writeFileSync(fresh, contents)
  renameSync(fresh, path)
}

/** `fill(folder)` writes into an empty folder, which then takes the place of `path`. */
export const replaceFolder = async (path, fill) => {
  const fresh = beside(path, 'new')
  const old = beside(path, 'old')
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  try {
    await fill(fresh)
    try {
      renameSync(path, old)
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
    }
    renameSync(fresh, path)
  } finally {
    rmSync(old, { recursive: true, force: true })
    rmSync(fresh, { recursive: true, force: true })
  }
}
