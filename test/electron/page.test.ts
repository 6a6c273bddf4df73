import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Answer } from '../../electron/host/answer.ts'
import { answerPage, pageFile } from '../../electron/host/page.ts'
import { answerFile } from '../../electron/host/stored-file.ts'

const base = mkdtempSync(join(tmpdir(), 'shenbaoxia-page-'))
const page = join(base, 'page')
const stored = 'ab'.repeat(32)
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(base, path)), { recursive: true })
  writeFileSync(join(base, path), text)
}
const text = async ({ body }: Answer) => new Response(body).text()
const settings = { nonce: 'f00d', files: "'self'" }
const ask = { sha256: stored, type: null, range: null, origin: 'app://shenbaoxia' }

beforeAll(() => {
  put('page/index.html', '<meta name="csp-nonce" content="" /><p>申报匣</p>')
  put('page/assets/worker.mjs', 'export {}')
  put('page/assets/说明.wasm', '')
  put('secret.txt', 'secret')
  put('page-beside/index.html', 'secret')
  put(`vault/blobs/ab/${stored}`, '0123456789')
})

test('the document carries the nonce of its own policy', async () => {
  const answer = await answerPage(page, '/', settings)
  expect(answer.headers['Content-Security-Policy']).toContain("style-src 'self' 'nonce-f00d'")
  expect(await text(answer)).toContain('<meta name="csp-nonce" content="f00d" />')
  expect(answer.headers).toMatchObject({
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
  })
})

test('modules and WebAssembly have the media types that browsers insist on', async () => {
  const type = async (path: string) =>
    (await answerPage(page, path, settings)).headers['Content-Type']
  expect(await type('/assets/worker.mjs')).toBe('text/javascript; charset=utf-8')
  expect(await type('/assets/%E8%AF%B4%E6%98%8E.wasm')).toBe('application/wasm')
})

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/../../secret.txt',
  '/..%5csecret.txt',
  '/../page-beside/index.html',
  '//etc/passwd',
  '/%00',
  '/%',
  '/C:/Windows/win.ini',
  '/assets',
  '/missing.js',
])('%s is not served', async (path) => {
  const answer = await answerPage(page, path, settings)
  expect(answer.status).toBe(404)
  expect(await text(answer)).toBe('')
})

test('a path never leaves the folder', () => {
  for (const path of ['/..', '/../page-beside/x', '/a/../../b', '/%2e%2e%2fb'])
    expect(pageFile(page, path), path).toBeNull()
})

test('a stored file comes as what it is allowed to be, and can run nothing', async () => {
  const vault = join(base, 'vault')
  const pdf = await answerFile([vault], { ...ask, type: 'application/pdf' })
  expect(pdf.status).toBe(200)
  expect(pdf.headers).toMatchObject({
    'Content-Type': 'application/pdf',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Access-Control-Allow-Origin': 'app://shenbaoxia',
    'Content-Length': '10',
  })
  expect(await text(pdf)).toBe('0123456789')
  for (const type of ['text/html', 'image/svg+xml', 'text/javascript', null])
    expect((await answerFile([vault], { ...ask, type })).headers['Content-Type']).toBe(
      'application/octet-stream',
    )
})

test('a part of a stored file', async () => {
  const part = async (range: string) => {
    const answer = await answerFile([join(base, 'vault')], { ...ask, range })
    return [answer.status, answer.headers['Content-Range'], await text(answer)]
  }
  expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
  expect(await part('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789'])
  expect(await part('bytes=8-99')).toEqual([206, 'bytes 8-9/10', '89'])
  expect((await part('bytes=10-'))[0]).toBe(416)
  expect((await part('bytes=-1'))[0]).toBe(416)
})

test('without a vault, or with anything but 64 hex digits, there is no stored file', async () => {
  expect((await answerFile([], ask)).status).toBe(404)
  for (const sha256 of ['', '../vault.db', stored.toUpperCase(), `${stored}0`, 'cd'.repeat(32)])
    expect((await answerFile([join(base, 'vault')], { ...ask, sha256 })).status, sha256).toBe(404)
})
