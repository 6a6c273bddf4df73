/** The carry kit with answers that want to be more than text, in a browser; and the kit in English. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../build/browsers.mjs'
import { composeBundle } from '../../electron/engine/bundle/compose.ts'
import { verifyBundle } from '../../electron/engine/bundle/verify.ts'
import { writeBundle } from '../../electron/engine/bundle/write.ts'
import { quietJob } from '../support/quiet-job.ts'
import { exampleInput, finding } from './example.ts'

const hostile = [
  '</script><script>window.owned = 1</script>',
  '</td></tr></table><h1 id="owned">x</h1>',
  '"><img src=x onerror="window.owned = 1">',
  "' onclick='window.owned = 1",
  '<!-- --> ]]> <![CDATA[ &amp; &#x41; &lt;b&gt;',
  '\u202eabc\u2066def',
  '👩‍👩‍👧 𠮷 é',
  '甲\t乙\r\n丙\n丁',
  'javascript:window.owned=1',
  '{{owned}} $& $1 # \\u003cb>',
] as const
const all = hostile.join(' | ')

let browser: Browser
let page: Page
const complaints: string[] = []
const requests: string[] = []

function input() {
  const base = exampleInput([
    ['proof', `${hostile[0]}.pdf`, Buffer.from('1')],
    ['proof', `a'"&<b>.pdf`, Buffer.from('2')],
  ])
  const { view } = base
  const people = hostile.map((who, i) => ({ who, age: `${i}` }))
  return {
    ...base,
    reason: all,
    enterprise: { ...base.enterprise, facts: { name: all, creditCode: hostile[1] } },
    view: {
      ...view,
      title: all,
      edition: hostile[2],
      closes: hostile[3],
      answers: {
        name: all,
        revenue: hostile[2],
        founded: hostile[4],
        kind: [hostile[0]],
        people,
        story: hostile.join('\n'),
      },
      slots: view.slots.map((slot) => (slot.id === 'empty' ? { ...slot, waived: all } : slot)),
      findings: [{ ...finding, data: { label: all } }],
    },
  }
}

beforeAll(async () => {
  const made = input()
  const spec = composeBundle(made)
  const path = join(made.dir, 'hostile.zip')
  await writeBundle(spec, path, quietJob)
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
  execFileSync('unzip', ['-q', path, '-d', folder])
  browser = await chromium.launch({
    executablePath: findBrowser() ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
  })
  const context = await browser.newContext({ offline: true })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  page = await context.newPage()
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(pathToFileURL(join(folder, spec.root, 'index.html')).href)
})
afterAll(() => browser?.close())

describe('hostile answers', () => {
  test('run nothing, load nothing and make no element of their own', async () => {
    expect(await page.evaluate(() => 'owned' in window)).toBe(false)
    expect(
      await page.locator('#owned, img, main script, main b, [onclick], [onerror]').count(),
    ).toBe(0)
    expect(await page.locator('script').count()).toBe(1)
    expect(complaints).toEqual([])
    expect(requests).toHaveLength(1)
    for (const button of await page.locator('button').all()) await button.click()
    expect(await page.evaluate(() => 'owned' in window)).toBe(false)
  })

  test('stand there to the letter, in title, cells, reasons and file names', async () => {
    const texts = await page.evaluate(() => document.body.textContent ?? '')
    // HTML has one line end; everything else is what was typed.
    for (const text of hostile) expect(texts).toContain(text)
    expect(await page.title()).toContain(hostile[0])
    expect(texts).toContain(`${hostile[0]}.pdf`)
    expect(texts).toContain(`a'"&<b>.pdf`)
  })

  /** As the 申报书 prints them: one kind of line end, and nothing that has no shape. */
  const clean = (text: string) =>
    text
      .replace(/\r\n/g, '\n')
      .replaceAll('\t', ' ')
      .replace(/[\u202e\u2066\u200d]/g, '')

  test('are copied to the letter', async () => {
    const copies = await page.evaluate(() =>
      [...document.querySelectorAll('button')].map((each) => each.dataset.copy ?? ''),
    )
    expect(copies).toContain(clean(all))
    const rows = hostile.map((who, i) => `${clean(who).replace(/\s+/g, ' ')}\t${i}`)
    for (const row of rows) expect(copies).toContain(row)
    expect(copies).toContain(rows.join('\n'))
    expect(copies).toContain(clean(hostile.join('\n')))
  })

  test('turn round only themselves: no direction leaks into the next cell', async () => {
    const widths = await page.evaluate(() =>
      [...document.querySelectorAll('dd, td, li, h1, h3, p')].every(
        (each) => getComputedStyle(each).display !== 'inline',
      ),
    )
    expect(widths).toBe(true)
  })

  test('ticks of files with quotes in their names are kept', async () => {
    const ticks = page.locator('input[data-tick]')
    const count = await ticks.count()
    await ticks.nth(count - 1).check()
    await page.reload()
    expect(await ticks.nth(count - 1).isChecked()).toBe(true)
    expect(await page.locator('.progress').innerText()).toBe(`已完成 1 / ${count}`)
  })
})

const chinese = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/

describe('in English', () => {
  /** The example with every text of the pack, the enterprise and the answers in English. */
  function english() {
    const base = exampleInput([['audit', 'Audit report 2022.pdf', Buffer.alloc(3000, 1)]])
    const plain = (value: unknown, key = ''): unknown => {
      if (typeof value === 'string')
        return chinese.test(value) && key !== 'folder' ? `Text ${key}` : value
      if (Array.isArray(value)) return value.map((each) => plain(each, key))
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([k, each]) => [k, plain(each, k)]))
    }
    const view = plain(base.view) as typeof base.view
    const enterprise = plain(base.enterprise) as typeof base.enterprise
    const slots = view.pack.slots.map((slot) => ({
      ...slot,
      upload: { types: ['pdf', 'jpg'], maxBytes: 2000 },
      signed: true,
      stamped: true,
    }))
    const pack = { ...view.pack, slots }
    const signer = { ...base.signer, identity: { ...base.signer.identity, name: 'Example Ltd' } }
    return {
      ...base,
      language: 'en' as const,
      reason: 'Asked to',
      signer,
      enterprise,
      view: { ...view, pack },
    }
  }
  const textOf = (name: string) => {
    const { sources } = composeBundle(english())
    const from = sources.find((each) => each.name.endsWith(name))?.from
    return from && 'bytes' in from ? Buffer.from(from.bytes).toString('utf8') : ''
  }
  const left = (text: string) => text.split('\n').filter((line) => chinese.test(line))

  test('nothing of ours is Chinese but the names of files', () => {
    const names =
      /data\/01_申报书\/001_申报书\.pdf|data\\01_申报书\\001_申报书\.pdf|申报书(\.pdf)?|验证说明\.txt|Text·?/g
    for (const name of ['index.html', 'bag-info.txt', '验证说明.txt']) {
      const text = textOf(`/${name}`).replace(names, '')
      expect(text.length).toBeGreaterThan(100)
      expect(left(text)).toEqual([])
    }
    expect(textOf('/index.html')).toContain('<html lang="en">')
    expect(textOf('/index.html')).toContain('pdf, jpg; ')
  })

  test('it verifies like any other', async () => {
    const made = english()
    const path = join(made.dir, 'english.zip')
    await writeBundle(composeBundle(made), path, quietJob)
    expect((await verifyBundle(path, quietJob)).about?.enterprise).toBe('Text name')
  })
})
