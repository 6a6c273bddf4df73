/**
 * Stands in for the `electron` module, whose runtime cannot be had everywhere. Remembers what the
 * program asked of it; windows, dialogs and the network do not exist. The engine's process is either
 * recorded, or really run in a worker thread.
 */
import { EventEmitter } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type FakePort, messageChannel } from './fake-ports.ts'

type Handler = (...args: never[]) => unknown
type Options = Readonly<Record<string, unknown>>

export type FakeOptions = {
  readonly appPath: string
  readonly userData: string
  readonly engine: 'recorded' | 'real'
  readonly packaged?: boolean
  readonly firstInstance?: boolean
}

export class FakeContents extends EventEmitter {
  readonly mainFrame = { origin: 'app://shenbaoxia', url: 'app://shenbaoxia/' }
  readonly posted: { channel: string; message: unknown; ports: FakePort[] }[] = []
  readonly printed: unknown[] = []
  reloads = 0
  openHandler: ((details: { url: string }) => { action: string }) | undefined

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    this.openHandler = handler
  }
  postMessage(channel: string, message: unknown, ports: FakePort[]) {
    this.posted.push({ channel, message, ports })
  }
  print(options: unknown, done: (success: boolean) => void) {
    this.printed.push(options)
    done(true)
  }
  reload() {
    this.reloads += 1
    this.emit('did-finish-load')
  }
}

export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents()
  readonly options: Options
  readonly urls: string[] = []
  shown = false
  focused = false

  constructor(options: Options) {
    super()
    this.options = options
  }
  async loadURL(url: string) {
    this.urls.push(url)
    this.webContents.emit('did-finish-load')
    this.emit('ready-to-show')
  }
  show() {
    this.shown = true
  }
  focus() {
    this.focused = true
  }
  restore() {}
  isMinimized() {
    return false
  }
}

/** The engine's process, as far as main can tell. */
export class FakeProcess extends EventEmitter {
  readonly file: string
  readonly args: readonly string[]
  readonly options: Options
  readonly errands: { errand: Options; ports: FakePort[] }[] = []
  killed = false
  private readonly worker: Worker | null

  constructor(file: string, args: readonly string[], options: Options, real: boolean) {
    super()
    this.file = file
    this.args = args
    this.options = options
    this.worker = real
      ? new Worker(new URL('./engine-worker.mjs', import.meta.url), {
          argv: [...args],
          workerData: file,
        })
      : null
    this.worker?.on('message', (data) => this.emit('message', data))
    this.worker?.on('error', (error) => process.stderr.write(`${error.stack}\n`))
    this.worker?.on('exit', (code) => this.emit('exit', code))
  }
  postMessage(data: { number: number; errand: Options }, ports: FakePort[]) {
    this.errands.push({ errand: data.errand, ports })
    const raw = ports.map((port) => port.raw)
    if (this.worker) this.worker.postMessage({ data, ports: raw }, raw)
    else queueMicrotask(() => this.emit('message', { number: data.number, value: null }))
  }
  kill() {
    this.killed = true
    if (this.worker) void this.worker.terminate()
    else this.emit('exit', 0)
  }
}

const fakeSession = () => {
  const handlers = new Map<string, (request: Request) => Promise<Response>>()
  const kept: Record<string, Handler> = {}
  const keep = (name: string) => (handler: Handler) => {
    kept[name] = handler
  }
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: keep('permissionRequest'),
    setPermissionCheckHandler: keep('permissionCheck'),
    setDevicePermissionHandler: keep('devicePermission'),
    webRequest: { onBeforeRequest: keep('beforeRequest') },
    protocol: {
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
        void handlers.set(scheme, handler),
    },
  })
  return { session, handlers, kept }
}

export const createFakeElectron = (options: FakeOptions) => {
  const { session, handlers, kept } = fakeSession()
  const windows: FakeWindow[] = []
  const processes: FakeProcess[] = []
  const schemes: Options[] = []
  const switches = new Map<string, string>()
  const ipc = new Map<string, Handler>()
  const shown: string[] = []
  const dialogs: { name: string; options: Options }[] = []
  const answers = {
    open: { canceled: true, filePaths: [] as string[] },
    save: { canceled: true, filePath: '' },
    openPath: '',
  }
  const exits: number[] = []
  const app = Object.assign(new EventEmitter(), {
    isPackaged: options.packaged ?? true,
    getAppPath: () => options.appPath,
    getPath: () => options.userData,
    getVersion: () => '0.1.0',
    getLocale: () => 'zh-CN',
    whenReady: async () => {},
    requestSingleInstanceLock: () => options.firstInstance ?? true,
    quit: () => void app.emit('will-quit', { preventDefault: () => {} }),
    exit: (code: number) => void exits.push(code),
    commandLine: { appendSwitch: (name: string, value = '') => void switches.set(name, value) },
  })
  class BrowserWindow extends FakeWindow {
    constructor(windowOptions: Options) {
      super(windowOptions)
      windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
    }
  }
  const electron = {
    app,
    BrowserWindow,
    session: { defaultSession: session },
    protocol: { registerSchemesAsPrivileged: (list: Options[]) => void schemes.push(...list) },
    ipcMain: { handle: (channel: string, handler: Handler) => void ipc.set(channel, handler) },
    Menu: { setApplicationMenu: () => {}, buildFromTemplate: () => ({ popup: () => {} }) },
    dialog: {
      showOpenDialog: async (_window: unknown, asked: Options) => {
        dialogs.push({ name: 'open', options: asked })
        return answers.open
      },
      showSaveDialog: async (_window: unknown, asked: Options) => {
        dialogs.push({ name: 'save', options: asked })
        return answers.save
      },
      showErrorBox: (title: string) => void shown.push(`error ${title}`),
    },
    shell: {
      showItemInFolder: (path: string) => void shown.push(`reveal ${path}`),
      openPath: async (path: string) => {
        shown.push(`open ${path}`)
        return answers.openPath
      },
    },
    MessageChannelMain: messageChannel,
    utilityProcess: {
      fork: (file: string, args: readonly string[], forkOptions: Options) => {
        const child = new FakeProcess(file, args, forkOptions, options.engine === 'real')
        processes.push(child)
        return child
      },
    },
  }
  const seen = { windows, processes, schemes, switches, ipc, shown, dialogs, exits, handlers, kept }
  return { electron, seen, answers, app }
}
