/**
 * 申报书 with a table of 20 and of 2,000 rows, in a real browser: typing into a cell, leaving it until
 * it is saved, scrolling by notches of a wheel. Each is timed until its frame is painted, and besides
 * by how long the page's own thread was at work for it (“busy”), which a loaded machine hardly alters.
 * In Node: the check of the whole application, and one cell saved with its check.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { caseOf } from '../../electron/engine/application/case.ts'
import { createApplication } from '../../electron/engine/application/create.ts'
import { fillApplication } from '../../electron/engine/application/fill.ts'
import { recordOf } from '../../electron/engine/application/rows.ts'
import type { House } from '../../electron/engine/house.ts'
import { closeVault, createVault } from '../../electron/engine/open.ts'
import { loadShelf } from '../../electron/engine/programme/shelf.ts'
import { openChromium } from '../../electron/host/chromium.ts'
import { check } from '../../shared/programme/check.ts'
import { findBrowser } from '../browsers.mjs'
import { percentiles, type Spread } from './measure.ts'

const out = join(import.meta.dirname, '../../out')
const sizes = [20, 2000] as const

/** The summary table of the cloud programme: eight columns, ticks among them. */
const programme = { id: 'js-cloud-demonstration', edition: '2020', track: null }

const row = (n: number) => ({
  region: '常州市武进区',
  company: `示例企业第${n}有限公司`,
  kind: 'four',
  summary: `生产设备联网与经营管理系统上云，第${n}期`,
  term: '2020年6月至2021年12月',
  amount: `${100 + (n % 900)}万元`,
  contact: `张示例 0519-8800${1000 + n}`,
})

/** An application with so many rows; its id. */
function filled(house: House, rows: number): string {
  const { id, revision } = createApplication(house, programme)
  const projects = Array.from({ length: rows }, (_, n) => row(n))
  fillApplication(house, { id, base: revision, answers: { filler: '腾讯公司', projects } })
  return id
}

function timed(work: () => unknown, rounds: number): number[] {
  for (let round = 0; round < 5; round += 1) work()
  return Array.from({ length: rounds }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
}

/** The check of rows that were never seen, of the same ones again, and one cell saved. */
function inNode(house: House, id: string, rows: number): Spread[] {
  const record = recordOf(house.db, id)
  const subject = caseOf(house, record)
  const fresh = () => check({ ...subject, answers: structuredClone(subject.answers) })
  let base = record.revision
  let n = 0
  const typed = () => {
    n += 1
    const projects = { at: 5, drop: 1, put: [row(n)] }
    base = fillApplication(house, { id, base, answers: {}, rows: { projects } }).revision
  }
  return [
    percentiles('check, all rows new', rows, timed(fresh, 31)),
    percentiles(
      'check again',
      rows,
      timed(() => check(subject), 31),
    ),
    percentiles('save a cell', rows, timed(typed, 31)),
  ]
}

/** Runs in the page: one step, until the frame that shows it is painted. */
const stepInPage = (step: string) => `(async (n) => {
  const control = document.querySelector('td[data-row="5"][data-column="company"] textarea')
  let box = document.querySelector('table[data-grid]').parentElement
  while (getComputedStyle(box).overflowY !== 'auto') box = box.parentElement
  const type = (text) => {
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set
    if (document.activeElement !== control) control.focus()
    set.call(control, text)
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const start = performance.now()
  ${step}
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  return performance.now() - start
})`
const type = stepInPage("type('示例企业' + '字'.repeat(n % 12))")
const leave = stepInPage("type('示例企业第' + n + '家'); control.blur()")
const notch = 120
const scroll = stepInPage(`box.scrollTop = (${notch} * n) % (box.scrollHeight - box.clientHeight)`)
const steps = 60

/** What the page's own thread has worked so far, in milliseconds of processor time. */
async function stopwatch(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
  }
}

async function stepped(page: Page, name: string, rows: number, step: string): Promise<Spread[]> {
  const busy = await stopwatch(page)
  const taken: number[] = []
  const worked: number[] = []
  for (let n = 0; n < steps; n += 1) {
    const before = await busy()
    const start = performance.now()
    const painted = (await page.evaluate(`${step}(${n})`)) as number
    if (step === leave) await page.getByText('已保存').first().waitFor()
    taken.push(step === leave ? performance.now() - start : painted)
    worked.push((await busy()) - before)
  }
  return [percentiles(name, rows, taken), percentiles(`${name}, busy`, rows, worked)]
}

async function inBrowser(page: Page, id: string, rows: number): Promise<Spread[]> {
  await page.getByRole('link', { name: '申报', exact: true }).click()
  await page.getByRole('heading', { name: '申报', level: 1 }).waitFor()
  await page.evaluate((to) => {
    location.hash = to
  }, `#/applications/${id}/form`)
  const tree = page.getByRole('navigation', { name: '申报书目录' })
  await tree.getByText('推进项目汇总表').click()
  await page.locator('td[data-row="5"]').first().waitFor()
  return [
    ...(await stepped(page, 'type', rows, type)),
    ...(await stepped(page, 'leave, until saved', rows, leave)),
    ...(await stepped(page, 'scroll', rows, scroll)),
  ]
}

async function browsed(folder: string, dir: string, ids: readonly string[]): Promise<Spread[]> {
  const executable = findBrowser()
  if (!executable) return []
  const host = await openChromium({
    page: join(out, 'page'),
    assets: join(out, 'assets'),
    config: join(folder, 'config'),
    version: '0',
    executable,
    headless: true,
    dialogs: {
      folder: async () => dir,
      save: async () => null,
      reveal: async () => {},
      open: async () => {},
    },
  })
  const { page } = host
  await page.getByText('打开已有保险库').first().click()
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  const spreads: Spread[] = []
  for (const [at, id] of ids.entries()) {
    spreads.push(...(await inBrowser(page, id, sizes[at] ?? 0)))
  }
  await host.close()
  return spreads
}

/** `growth` is the p95 at 2,000 rows as a multiple of that at 20. */
export async function benchForm(): Promise<readonly Spread[]> {
  const folder = mkdtempSync(join(tmpdir(), 'shenbaoxia-bench-'))
  const dir = join(folder, 'vault')
  const house = createVault(dir, '填报', {
    packs: loadShelf(join(out, 'assets', 'programmes')),
    policies: [],
    assets: join(out, 'assets'),
    version: '0',
    program: 'bench',
    clock: () => new Date('2020-07-01T02:00:00Z'),
  })
  const ids = sizes.map((rows) => filled(house, rows))
  const checks = sizes.flatMap((rows, at) => inNode(house, ids[at] ?? '', rows))
  closeVault(house)
  const all = [...(await browsed(folder, dir, ids)), ...checks]
  rmSync(folder, { recursive: true, force: true })
  return all.map((spread) => {
    const small = all.find(({ name, items }) => name === spread.name && items === sizes[0])
    return { ...spread, growth: Math.round((spread.p95 / (small?.p95 || 1)) * 100) / 100 }
  })
}
