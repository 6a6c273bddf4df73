import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test, vi } from 'vitest'
import { createFakeElectron, type FakeContents, type FakeWindow } from './fake-electron.ts'

const appPath = mkdtempSync(join(tmpdir(), 'shenbaoxia-main-'))
const userData = join(appPath, 'config')
cpSync(join(import.meta.dirname, '../fixtures/page'), join(appPath, 'out/page'), {
  recursive: true,
})
const fake = createFakeElectron({ appPath, userData, engine: 'recorded' })
vi.mock('electron', () => fake.electron)

let window: FakeWindow
let contents: FakeContents
const { seen, answers } = fake

/** A call as the preload makes it, from the page's own frame. */
const callHost = (name: unknown, input: unknown = {}, senderFrame: unknown = contents.mainFrame) =>
  (seen.ipc.get('host') as unknown as (...args: unknown[]) => unknown)({ senderFrame }, name, input)

const prevented = (
  name: string,
  event: object = {},
  at: { emit: FakeContents['emit'] } = contents,
) => {
  let stopped = false
  at.emit(name, { ...event, preventDefault: () => (stopped = true) })
  return stopped
}

const kept = (name: string) => seen.kept[name] as unknown as (...args: unknown[]) => unknown

beforeAll(async () => {
  await import('../../electron/main.ts')
  await vi.waitFor(() => expect(seen.windows[0]?.shown).toBe(true), { timeout: 60_000 })
  window = seen.windows[0] as FakeWindow
  contents = window.webContents
})

test('the one window isolates and sandboxes the page', () => {
  expect(seen.windows).toHaveLength(1)
  expect(window.urls).toEqual(['app://shenbaoxia/'])
  expect(window.options.webPreferences).toMatchObject({
    preload: join(appPath, 'out/preload.cjs'),
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
  })
})

test('every permission is denied', () => {
  const answer = vi.fn()
  kept('permissionRequest')(contents, 'media', answer)
  expect(answer).toHaveBeenCalledWith(false)
  expect(kept('permissionCheck')(contents, 'geolocation')).toBe(false)
  expect(kept('devicePermission')({})).toBe(false)
})

test('no request leaves: everything that is not local is cancelled, and no name is resolved', () => {
  const cancelled = (url: string) => {
    const answer = vi.fn()
    kept('beforeRequest')({ url }, answer)
    return answer.mock.calls[0]?.[0].cancel
  }
  for (const url of ['https://example.com/', 'http://127.0.0.1/', 'ws://x/', 'file:///etc/passwd'])
    expect(cancelled(url), url).toBe(true)
  expect(cancelled('app://shenbaoxia/index.html')).toBe(false)
  expect(cancelled(`vault://blob/${'0'.repeat(64)}`)).toBe(false)
  expect(seen.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
})

test('the page cannot be left, and no window, web view or download opens', () => {
  expect(prevented('will-navigate', { url: 'https://example.com/' })).toBe(true)
  expect(prevented('will-navigate', { url: 'app://shenbaoxia.example.com/' })).toBe(true)
  expect(prevented('will-navigate', { url: 'app://shenbaoxia/' })).toBe(false)
  expect(prevented('will-redirect', { url: 'app://shenbaoxia/' })).toBe(true)
  expect(prevented('will-frame-navigate', { isMainFrame: false })).toBe(true)
  expect(prevented('will-attach-webview')).toBe(true)
  expect(contents.openHandler?.({ url: 'app://shenbaoxia/' })).toEqual({ action: 'deny' })
  expect(prevented('will-download', {}, fake.electron.session.defaultSession)).toBe(true)
})

test('both schemes are standard and secure; only stored files may be read across origins', () => {
  expect(seen.schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: 'vault', privileges: expect.objectContaining({ standard: true, corsEnabled: true }) },
  ])
})

test('the page is served with a strict policy, and nothing outside its folder', async () => {
  const get = (url: string, init?: RequestInit) =>
    seen.handlers.get('app')?.(new Request(url, init)) as Promise<Response>
  const page = await get('app://shenbaoxia/')
  expect(page.status).toBe(200)
  const policy = page.headers.get('Content-Security-Policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'")
  expect(policy).toContain("connect-src 'self' vault:")
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
  const nonce = /'nonce-([0-9a-f]{32})'/.exec(policy)?.[1]
  expect(await page.text()).toContain(`<meta name="csp-nonce" content="${nonce}"`)
  expect((await get('app://shenbaoxia/..%2f..%2fpackage.json')).status).toBe(404)
  expect((await get('app://elsewhere/')).status).toBe(404)
  expect((await get('app://shenbaoxia/', { method: 'POST' })).status).toBe(404)
})

test('a stored file is asked for by 64 hex digits and by nothing else', async () => {
  const status = async (url: string) =>
    (await seen.handlers.get('vault')?.(new Request(url)))?.status
  for (const path of ['', '..%2fvault.db', 'A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(64)}/x`])
    expect(await status(`vault://blob/${path}`), path).toBe(404)
  expect(await status(`vault://other/${'a'.repeat(64)}`)).toBe(404)
})

test('the engine is forked with its folders and the page gets a port to it', () => {
  const [engine] = seen.processes
  expect(engine?.file).toBe(join(appPath, 'out/engine.cjs'))
  expect(engine?.args).toEqual([join(appPath, 'out/assets'), userData, '0.1.0'])
  expect(engine?.options).toMatchObject({ serviceName: 'shenbaoxia engine' })
  const given = engine?.errands.find(({ errand }) => errand.do === 'connect')
  expect(given?.ports).toHaveLength(1)
  expect(contents.posted[0]).toMatchObject({ channel: 'engine', message: null })
  expect(contents.posted[0]?.ports).toHaveLength(1)
})

test('a picked file becomes a handle that the engine knows before the page does', async () => {
  answers.open = { canceled: false, filePaths: ['/office/审计报告.pdf', '/office/合同.pdf'] }
  const picked = (await callHost('pickFiles', { title: '选择文件' })) as { handle: string }[]
  expect(picked).toEqual([
    { handle: expect.stringMatching(/^[0-9a-f]{32}$/), name: '审计报告.pdf' },
    { handle: expect.stringMatching(/^[0-9a-f]{32}$/), name: '合同.pdf' },
  ])
  const granted = seen.processes[0]?.errands.filter(({ errand }) => errand.do === 'grant')
  expect(granted?.map(({ errand }) => errand)).toEqual([
    { do: 'grant', handle: picked[0]?.handle, path: '/office/审计报告.pdf' },
    { do: 'grant', handle: picked[1]?.handle, path: '/office/合同.pdf' },
  ])
  expect(seen.dialogs.at(-1)?.options).toMatchObject({
    title: '选择文件',
    properties: ['openFile', 'multiSelections'],
  })
})

test('folders, places to save and dropped files become handles; cancelling gives null', async () => {
  answers.open = { canceled: false, filePaths: ['/office/保险库'] }
  expect(await callHost('pickFolder', { title: '' })).toMatchObject({ name: '保险库' })
  answers.open = { canceled: true, filePaths: [] }
  expect(await callHost('pickFolder', { title: '' })).toBeNull()
  answers.save = { canceled: false, filePath: '/office/提交包.zip' }
  expect(await callHost('pickSave', { title: '', name: 'x.zip' })).toMatchObject({
    name: '提交包.zip',
  })
  expect(seen.dialogs.at(-1)?.options).toMatchObject({ defaultPath: 'x.zip' })
  answers.save = { canceled: true, filePath: '' }
  expect(await callHost('pickSave', { title: '', name: 'x.zip' })).toBeNull()
  expect(await callHost('paths', { paths: ['/office/a.pdf', ''] })).toHaveLength(1)
})

test('reveal, open, print and about', async () => {
  answers.save = { canceled: false, filePath: '/office/提交包.zip' }
  const { handle } = (await callHost('pickSave', { title: '', name: '' })) as { handle: string }
  await callHost('reveal', { handle })
  await callHost('openFile', { handle })
  expect(seen.shown).toEqual(['reveal /office/提交包.zip', 'open /office/提交包.zip'])
  answers.openPath = 'no program'
  await expect(callHost('openFile', { handle })).rejects.toThrow('no program')
  await expect(callHost('reveal', { handle: '0'.repeat(32) })).rejects.toThrow('unknown handle')
  await callHost('print')
  expect(contents.printed).toHaveLength(1)
  expect(await callHost('about')).toEqual({ host: 'desktop', version: '0.1.0' })
})

test('host calls answer only to the page itself, and only by their names', () => {
  const foreign = { origin: 'app://shenbaoxia' }
  expect(() => callHost('about', {}, foreign)).toThrow('not the page')
  expect(() => callHost('about', {}, null)).toThrow('not the page')
  for (const name of ['toString', 'constructor', 'shell', 7])
    expect(() => callHost(name)).toThrow('no such host call')
})

test('host calls with anything but their own texts go no further', async () => {
  const dialogs = seen.dialogs.length
  for (const [name, input] of [
    ['pickFiles', undefined],
    ['pickFolder', { title: {} }],
    ['pickSave', { title: '导出' }],
    ['reveal', { handle: ['x'] }],
    ['openFile', 'x'],
  ] as const)
    expect(() => callHost(name, input), name).toThrow('wrong input')
  await expect(callHost('paths', { paths: [7] })).rejects.toThrow('wrong input')
  expect(seen.dialogs).toHaveLength(dialogs)
  answers.save = { canceled: true, filePath: '' }
  await callHost('pickSave', { title: '', name: '/etc/cron.d/x.zip' })
  expect(seen.dialogs.at(-1)?.options).toMatchObject({ defaultPath: 'x.zip' })
})

test('a second start brings the window forward', () => {
  fake.app.emit('second-instance', {}, ['electron', appPath], appPath)
  expect(window.focused).toBe(true)
  expect(contents.posted.filter(({ channel }) => channel === 'opened')).toEqual([])
})

test('a double-clicked bundle reaches the page once, as a handle; nothing else does', async () => {
  const bundle = join(appPath, '提交包.zip')
  writeFileSync(bundle, '')
  writeFileSync(join(appPath, 'note.txt'), '')
  const argv = ['electron', appPath, '--flag.zip', '提交包.zip', 'note.txt', 'gone.zip', appPath]
  fake.app.emit('second-instance', {}, [...argv, pathToFileURL(bundle).href], appPath)
  expect(contents.posted.filter(({ channel }) => channel === 'opened')).toHaveLength(1)
  const picked = (await callHost('opened')) as { handle: string; name: string }[]
  expect(picked.map(({ name }) => name)).toEqual(['提交包.zip', '提交包.zip'])
  expect(JSON.stringify(picked)).not.toContain(appPath)
  const granted = seen.processes[0]?.errands.map(({ errand }) => errand)
  for (const { handle } of picked) {
    expect(granted).toContainEqual({ do: 'grant', handle, path: bundle })
  }
  expect(await callHost('opened')).toEqual([])
  fake.app.emit('open-file', {}, bundle)
  expect(await callHost('opened')).toHaveLength(1)
})

test('a dead engine is replaced and the page starts afresh with a new port', () => {
  const ports = contents.posted.length
  seen.processes[0]?.emit('exit', 1)
  expect(seen.processes).toHaveLength(2)
  expect(contents.reloads).toBe(1)
  expect(contents.posted).toHaveLength(ports + 1)
  expect(seen.processes[1]?.errands[0]?.errand).toEqual({ do: 'connect' })
})

test('the vault is closed before the program ends', async () => {
  expect(prevented('will-quit', {}, fake.app)).toBe(true)
  await expect.poll(() => seen.processes[1]?.killed).toBe(true)
  expect(seen.processes[1]?.errands.at(-1)?.errand).toEqual({ do: 'close' })
})

test('an engine that keeps dying ends the program with a sentence', async () => {
  vi.resetModules()
  const other = createFakeElectron({ appPath, userData, engine: 'recorded' })
  vi.doMock('electron', () => other.electron)
  await import('../../electron/main.ts')
  await expect.poll(() => other.seen.windows[0]?.shown).toBe(true)
  for (let death = 0; death < 4; death += 1) other.seen.processes.at(-1)?.emit('exit', 1)
  expect(other.seen.shown).toEqual(['error 申报匣无法继续运行'])
  expect(other.seen.exits).toEqual([1])
})

test('a second instance opens nothing', async () => {
  vi.resetModules()
  const other = createFakeElectron({
    appPath,
    userData,
    engine: 'recorded',
    firstInstance: false,
  })
  vi.doMock('electron', () => other.electron)
  await import('../../electron/main.ts')
  expect(other.seen.windows).toHaveLength(0)
  expect(other.seen.processes).toHaveLength(0)
})
