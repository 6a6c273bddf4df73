/**
 * The page in a Chromium, Chrome or Edge that is already on the machine, with the engine in this
 * process. The browser is driven over its debugging PIPE: no port is opened, no request leaves. Its
 * origin does not exist; every request is answered here or aborted. For development and end-to-end
 * tests; never packaged.
 */
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page, type Route } from 'playwright-core'
import { engineMessage, type Picked } from '../../shared/host.ts'
import type { Reply, Request } from '../../shared/wire.ts'
import { randomHex } from '../engine/crypto.ts'
import { type Engine, startEngine } from '../engine/engine.ts'
import { type Line, openSwitchboard } from '../engine/switchboard.ts'
import type { Answer } from './answer.ts'
import { heldPaths } from './chromium-files.ts'
import { bridgePage } from './chromium-page.ts'
import { type Handles, keepHandles } from './handles.ts'
import { refuseWrongInput } from './host-input.ts'
import { keepOpened, type Opened } from './opened-files.ts'
import { answerPage } from './page.ts'
import { askInPage } from './path-entry.ts'
import { answerFile } from './stored-file.ts'
import { askSystem, type Dialogs, openWithSystem, revealInSystem } from './system.ts'

export const origin = 'https://shenbaoxia.invalid'
const filesPath = '/vault/'
const hostName = 'shenbaoxiaHost'

export type ChromiumOptions = {
  /** Folder of the built page. */
  readonly page: string
  readonly assets: string
  /** Folder of this person's settings; the browser's profile lies in it. */
  readonly config: string
  readonly version: string
  /** The browser's program. */
  readonly executable: string
  readonly headless: boolean
  /** Answers in the person's place; the system's dialogs when absent. */
  readonly dialogs?: Dialogs
  readonly clock?: () => Date
  /** Bundles that the program was started with. */
  readonly opened?: readonly string[]
}

export type ChromiumHost = {
  readonly page: Page
  readonly engine: Engine
  /** Resolves when the window is closed, by whomever. */
  readonly closed: Promise<void>
  readonly close: () => Promise<void>
}

const browserFlags = [
  // A window without address bar; an empty `data:` page, for `about:` is not accepted here.
  '--app=data:text/html,',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  // No bar that warns of the flags above.
  '--test-type',
  '--window-size=1366,768',
  '--no-first-run',
  '--no-pings',
  // No name is ever resolved: what interception should miss still goes nowhere.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
]

const launch = ({ config, executable, headless }: ChromiumOptions): Promise<BrowserContext> =>
  chromium.launchPersistentContext(join(config, 'browser'), {
    executablePath: executable,
    headless,
    // Chromium refuses to sandbox its processes for root.
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: headless ? { width: 1366, height: 768 } : null,
    args: browserFlags,
    ignoreDefaultArgs: ['--enable-automation'],
    acceptDownloads: false,
    serviceWorkers: 'block',
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })

const fulfill = async (route: Route, { status, headers, body }: Answer) => {
  const bytes = body instanceof Blob ? await body.arrayBuffer() : body
  await route.fulfill({ status, headers: { ...headers }, body: Buffer.from(bytes as ArrayBuffer) })
}

const answer = async (route: Route, folder: string, engine: Engine) => {
  const request = route.request()
  const url = new URL(request.url())
  // `aborted` leaves the window where it is; another reason would show the browser's error page.
  if (url.origin !== origin || request.method() !== 'GET') return route.abort('aborted')
  if (!url.pathname.startsWith(filesPath))
    return fulfill(
      route,
      await answerPage(folder, url.pathname, { nonce: randomHex(16), files: "'self'" }),
    )
  return fulfill(
    route,
    await answerFile(engine.storeDirs(), {
      sha256: url.pathname.slice(filesPath.length),
      type: url.searchParams.get('type'),
      range: request.headers().range ?? null,
      origin,
    }),
  )
}

const systemDialogs = (page: Page): Dialogs => {
  const ask = async (what: 'folder' | 'save', title: string, name?: string) => {
    const answered = await askSystem(what, title, name)
    return answered === undefined ? askInPage(page, what, title, name) : answered
  }
  return {
    folder: (title) => ask('folder', title),
    save: (title, name) => ask('save', title, name),
    reveal: revealInSystem,
    open: openWithSystem,
  }
}

type Around = {
  readonly page: Page
  readonly handles: Handles
  readonly dialogs: Dialogs
  readonly version: string
  readonly connect: (send: (reply: Reply) => void) => Line
  readonly opened: Opened
}

/** What the page's side (chromium-page.ts) may ask, by name. */
const hostCalls = async ({ page, handles, dialogs, version, connect, opened }: Around) => {
  const session = await page.context().newCDPSession(page)
  let lines = 0
  let line: Line | null = null
  const picked = (path: string | null) => (path === null ? null : handles.pick(path))

  return {
    pickFolder: async ({ title }: { title: string }) => picked(await dialogs.folder(title)),
    pickSave: async ({ title, name }: { title: string; name: string }) =>
      picked(await dialogs.save(title, name)),
    reveal: ({ handle }: { handle: string }) => dialogs.reveal(handles.pathOf(handle)),
    openFile: ({ handle }: { handle: string }) => dialogs.open(handles.pathOf(handle)),
    opened: () => Promise.all(opened.take().map(handles.pick)),
    about: () => ({ host: 'chromium', version }),
    files: async ({ key }: { key: number }): Promise<readonly Picked[]> =>
      Promise.all((await heldPaths(session, key)).map(handles.pick)),
    connect: () => {
      line?.close()
      lines += 1
      const number = lines
      line = connect((reply) => {
        const text = JSON.stringify(reply)
        const deliver = `window.shenbaoxiaReply?.(${number}, ${JSON.stringify(text)})`
        // A page that is gone needs no answer.
        session.send('Runtime.evaluate', { expression: deliver }).catch(() => {})
      })
      return number
    },
    wire: (ask: { line: number; message: Request }) => {
      if (ask.line === lines) line?.receive(ask.message)
    },
  }
}

/** Lets the page call the host, and nobody else: no frame inside it, no other window. */
const exposeHost = async (around: Around) => {
  const calls: Readonly<Record<string, (input: never) => unknown>> = await hostCalls(around)
  await around.page.exposeBinding(hostName, async ({ page, frame }, text: string) => {
    if (
      page !== around.page ||
      frame !== page.mainFrame() ||
      new URL(frame.url()).origin !== origin
    )
      throw new Error('not the page')
    const { call, input } = JSON.parse(text)
    if (!Object.hasOwn(calls, call)) throw new Error('no such host call')
    refuseWrongInput(call, input)
    return JSON.stringify((await calls[call]?.(input as never)) ?? null)
  })
}

/** Starts engine and browser and loads the page. Throws when the browser cannot be started. */
export const openChromium = async (options: ChromiumOptions): Promise<ChromiumHost> => {
  const { assets, config, version, clock } = options
  const context = await launch(options)
  const page = context.pages()[0] ?? (await context.newPage())
  const { engine, connect } = openSwitchboard((send) =>
    startEngine({ assets, config, version, program: 'chromium', send, ...(clock && { clock }) }),
  )
  const closed = new Promise<void>((resolve) => {
    page.once('close', () => resolve())
    context.once('close', () => resolve())
  }).then(async () => {
    engine.close()
    await context.close()
  })
  context.on('page', (other) => other.close())
  await context.route(/./, (route) => answer(route, options.page, engine))
  await context.routeWebSocket(/./, (socket) => socket.close())
  const handles = keepHandles(engine.grant)
  const dialogs = options.dialogs ?? systemDialogs(page)
  const opened = keepOpened()
  opened.add(options.opened ?? [])
  await exposeHost({ page, handles, dialogs, version, connect, opened })
  const settings = { origin, host: hostName, message: engineMessage, files: filesPath }
  await page.addInitScript(bridgePage, settings)
  await page.goto(`${origin}/`)
  return { page, engine, closed, close: () => context.close().then(() => closed) }
}
