/** The product in a real Electron, where its runtime is installed. */
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { findElectron } from '../../build/electron-runtime.mjs'
import type { Answers, Opened, OpenOptions } from './app.ts'

const root = join(import.meta.dirname, '../..')

export const openInElectron = async (
  { config }: OpenOptions & { readonly config: string },
  answers: Answers,
): Promise<Opened> => {
  const executablePath = findElectron()
  if (!executablePath) throw new Error('the Electron runtime is not on this machine')
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const electron = await _electron.launch({
    executablePath,
    args: [...asRoot, `--user-data-dir=${config}`, root],
  })
  const shown: string[] = []
  await electron.context().exposeBinding('answerDialog', (_source, kind: keyof Answers) => {
    const next = answers[kind].shift()
    return next === undefined || typeof next === 'string' ? next : [...next]
  })
  await electron.context().exposeBinding('noteShown', (_source, line: string) => {
    shown.push(line)
  })
  const page = await electron.firstWindow()
  await electron.evaluate(({ dialog, shell, BrowserWindow }) => {
    const inPage = (call: string, argument: string): Promise<string[] | string | undefined> => {
      const [window] = BrowserWindow.getAllWindows()
      const script = `window.${call}(${JSON.stringify(argument)})`
      return window?.webContents.executeJavaScript(script) ?? Promise.resolve(undefined)
    }
    const open = async (options: { properties?: string[] }) => {
      const kind = options.properties?.includes('openDirectory') ? 'folder' : 'files'
      const answer = await inPage('answerDialog', kind)
      const filePaths = answer === undefined ? [] : [answer].flat()
      return { canceled: filePaths.length === 0, filePaths }
    }
    const save = async () => {
      const answer = await inPage('answerDialog', 'save')
      return { canceled: answer === undefined, filePath: answer === undefined ? '' : `${answer}` }
    }
    Object.assign(dialog, {
      showOpenDialog: (_window: unknown, options: { properties?: string[] }) => open(options),
      showSaveDialog: save,
    })
    Object.assign(shell, {
      showItemInFolder: (path: string) => void inPage('noteShown', `reveal ${path}`),
      openPath: async (path: string) => {
        await inPage('noteShown', `open ${path}`)
        return ''
      },
    })
  })
  const { pid = 0 } = electron.process()
  return { page, shown, processId: pid, close: () => electron.close() }
}
