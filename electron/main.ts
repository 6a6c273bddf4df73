/**
 * Electron's main: opens the one window, starts the engine, hands the page a port to it, and steps
 * out of the way. Must never touch the vault itself.
 */
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, session } from 'electron'
import { engineMessage, openedMessage } from '../shared/host.ts'
import en from '../shared/text/en/host.json' with { type: 'json' }
import zh from '../shared/text/zh-CN/host.json' with { type: 'json' }
import { answerHostCalls, desktopCalls } from './host/desktop.ts'
import { type EngineProcess, startEngineProcess } from './host/engine-process.ts'
import { guardContents, guardSession, silenceNetwork } from './host/guards.ts'
import { keepHandles } from './host/handles.ts'
import { offerEditing, setMenu } from './host/menu.ts'
import { bundlesIn, keepOpened } from './host/opened-files.ts'
import { pageOrigin } from './host/origin.ts'
import { answerSchemes, registerSchemes } from './host/protocols.ts'
import { selfTestDesktop } from './host/self-test-desktop.ts'
import { createWindow } from './host/window.ts'

const out = join(app.getAppPath(), 'out')
const opened = keepOpened()

/** What follows the program's name; unpackaged, Electron is given the program's folder first. */
const argumentsIn = (argv: readonly string[]) => argv.slice(app.isPackaged ? 1 : 2)

const giveUp = () => {
  const words = app.getLocale().startsWith('zh') ? zh : en
  dialog.showErrorBox(words.gaveUpTitle, words.gaveUpText)
  app.exit(1)
}

const startEngineFor = (config: string, onRestart: () => void): EngineProcess =>
  startEngineProcess({
    file: join(out, 'engine.cjs'),
    assets: join(out, 'assets'),
    config,
    version: app.getVersion(),
    onRestart,
    onGiveUp: giveUp,
  })

/** Closes the vault before the program ends. */
const closeBeforeQuit = (engine: EngineProcess) => {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void engine.close().finally(() => {
      closed = true
      app.quit()
    })
  })
}

const openMainWindow = async (): Promise<BrowserWindow> => {
  const window = createWindow(join(out, 'preload.cjs'), !app.isPackaged)
  // A new engine has no vault open: the page starts afresh, and gets its port as at first.
  const engine = startEngineFor(app.getPath('userData'), () => window.webContents.reload())
  answerSchemes(session.defaultSession, join(out, 'page'), engine.storeDirs)
  answerHostCalls(window, desktopCalls(window, keepHandles(engine.grant), opened))
  offerEditing(window.webContents)
  closeBeforeQuit(engine)
  window.webContents.on('did-finish-load', () =>
    window.webContents.postMessage(engineMessage, null, [engine.connect()]),
  )
  await window.loadURL(`${pageOrigin}/`)
  return window
}

const start = async () => {
  await app.whenReady()
  guardSession(session.defaultSession)
  if (process.argv.includes('--self-test'))
    return app.exit(await selfTestDesktop((config) => startEngineFor(config, () => {})))
  setMenu()
  const window = await openMainWindow()
  const tell = (paths: readonly string[]) => {
    opened.add(paths)
    if (paths.length > 0) window.webContents.postMessage(openedMessage, null)
    if (window.isMinimized()) window.restore()
    window.focus()
  }
  app.on('second-instance', (_event, argv, folder) => tell(bundlesIn(argumentsIn(argv), folder)))
  app.on('open-file', (_event, path) => tell(bundlesIn([path], '/')))
}

opened.add(bundlesIn(argumentsIn(process.argv), process.cwd()))
// On macOS the file that the program is started with comes as an event before the window is there.
app.on('will-finish-launching', () =>
  app.once('open-file', (_event, path) => opened.add(bundlesIn([path], '/'))),
)
silenceNetwork(app)
registerSchemes()
guardContents(app)
app.on('window-all-closed', () => app.quit())
if (process.argv.includes('--self-test') || app.requestSingleInstanceLock()) void start()
else app.quit()
