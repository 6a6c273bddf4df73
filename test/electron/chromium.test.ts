import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HostBridge, Picked } from '../../shared/host.ts'
import { type App, openApp } from '../support/app.ts'
import { openPorts } from '../support/sockets.ts'

type PageWindow = {
  shenbaoxia: HostBridge
  ask: (call: string, input: unknown) => Promise<{ value?: unknown; fault?: unknown }>
  dropped: Promise<readonly Picked[]>
}

const folder = mkdtempSync(join(tmpdir(), 'shenbaoxia-chromium-'))
const file = (name: string) => {
  writeFileSync(join(folder, name), `%PDF-1.7 ${name}`)
  return join(folder, name)
}

let app: App
const said: string[] = []

beforeAll(async () => {
  app = await openApp({ page: join(import.meta.dirname, '../fixtures/page') })
  app.page.on('console', (message) => said.push(message.text()))
})
afterAll(() => app.close())

/** Runs in the page; `window` is the page's own. */
const inPage = <A, R>(work: (window: PageWindow, argument: A) => R, argument: A) =>
  app.page.evaluate(`(${work})(window, ${JSON.stringify(argument)})`) as Promise<Awaited<R>>

const ask = (call: string, input: unknown) =>
  inPage(({ ask: send }, asked) => send(asked.call, asked.input), { call, input })

test('the page loads under its policy and reaches the engine over the port', async () => {
  await app.page.getByText(/今天是 \d{4}-\d{2}-\d{2}/).waitFor()
  expect(app.page.url()).toBe('https://shenbaoxia.invalid/')
  const colour = await app.page.locator('main').evaluate((main) => getComputedStyle(main).color)
  expect(colour).toBe('rgb(31, 69, 113)')
})

test('a vault is made, a file is dropped, stored, and shown by its SHA-256', async () => {
  app.answers.folder.push(join(folder, '保险库'))
  const vault = await inPage(({ shenbaoxia }) => shenbaoxia.pickFolder({ title: '' }), null)
  const created = await ask('vault.create', { folder: vault?.handle, name: '试' })
  expect(created).toMatchObject({ value: { open: { name: '试' } } })

  await app.drop(app.page.locator('main'), [file('审计报告.pdf'), file('合同.pdf')])
  const dropped = await inPage(({ dropped: files }) => files, null)
  expect(dropped.map(({ name }) => name)).toEqual(['审计报告.pdf', '合同.pdf'])

  const imported = await ask('material.import', { files: dropped.map(({ handle }) => handle) })
  expect(imported).not.toHaveProperty('fault')
  const { value } = (await ask('material.list', {})) as {
    value: { materials: readonly { sha256: string }[] }
  }
  const texts = await inPage(
    ({ shenbaoxia }, hashes) =>
      Promise.all(
        hashes.map(async (sha256) => {
          const answer = await fetch(`${shenbaoxia.files}${sha256}?type=application/pdf`)
          return `${answer.headers.get('content-type')} ${await answer.text()}`
        }),
      ),
    value.materials.map(({ sha256 }) => sha256),
  )
  expect([...texts].sort()).toEqual([
    'application/pdf %PDF-1.7 合同.pdf',
    'application/pdf %PDF-1.7 审计报告.pdf',
  ])
})

test('a dropped folder stands for what is in it', async () => {
  mkdirSync(join(folder, '一批材料'))
  writeFileSync(join(folder, '一批材料', '发票.pdf'), '%PDF-1.7 invoice')
  await app.page.reload()
  await app.page.getByText(/今天是/).waitFor()
  await app.drop(app.page.locator('main'), [join(folder, '一批材料')])
  const [picked] = await inPage(({ dropped }) => dropped, null)
  expect(picked?.name).toBe('一批材料')
  expect(await ask('material.import', { files: [picked?.handle] })).toHaveProperty('value')
})

test('files are chosen in the browser; cancelling a save gives null', async () => {
  app.answers.files.push([file('执照.pdf')])
  const chosen = await app.page.evaluate(() =>
    (window as unknown as PageWindow).shenbaoxia.pickFiles({ title: '' }),
  )
  expect(chosen).toEqual([{ handle: expect.stringMatching(/^[0-9a-f]{32}$/), name: '执照.pdf' }])
  const save = () =>
    inPage(({ shenbaoxia }) => shenbaoxia.pickSave({ title: '', name: 'x.zip' }), null)
  expect(await save()).toBeNull()
  app.answers.save.push(join(folder, '提交包.zip'))
  const place = await save()
  expect(place?.name).toBe('提交包.zip')
  await inPage(({ shenbaoxia }, handle) => shenbaoxia.reveal({ handle }), place?.handle ?? '')
  expect(app.shown).toEqual([`reveal ${join(folder, '提交包.zip')}`])
})

test('a file made in memory has no path and gives no handle', async () => {
  const handles = await inPage(
    ({ shenbaoxia }) => shenbaoxia.handles([new File(['x'], 'x.pdf')]),
    null,
  )
  expect(handles).toEqual([])
})

test('no request leaves: other origins, sockets, frames and windows are refused', async () => {
  const attempts = await inPage(async () => {
    const failed = async (work: () => Promise<unknown>) =>
      work().then(
        () => false,
        () => true,
      )
    const socket = () =>
      new Promise((resolve, reject) => {
        const opened = new WebSocket('wss://example.com/')
        opened.onopen = resolve
        opened.onerror = reject
        opened.onclose = reject
      })
    const image = () =>
      new Promise((resolve, reject) => {
        const element = new Image()
        element.onload = resolve
        element.onerror = reject
        element.src = 'https://example.com/x.png'
      })
    return {
      fetch: await failed(() => fetch('https://example.com/')),
      local: await failed(() => fetch('http://127.0.0.1:1/')),
      post: await fetch('/', { method: 'POST' }).then(
        () => false,
        () => true,
      ),
      socket: await failed(async () => socket()),
      image: await failed(image),
    }
  }, null)
  expect(attempts).toEqual({ fetch: true, local: true, post: true, socket: true, image: true })
  await app.page.evaluate(() => {
    location.href = 'https://example.com/'
  })
  await expect(app.page.evaluate(() => location.origin)).resolves.toBe('https://shenbaoxia.invalid')
})

test.skipIf(process.platform !== 'linux')('no port is opened', () => {
  expect(openPorts(app.processId)).toEqual([])
})
