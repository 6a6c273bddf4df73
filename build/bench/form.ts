/**
 * 申报书 with a table of 20 and of 2,000 rows: typing into a cell and scrolling over the table in a
 * real browser, each until the frame is painted, and the check of the whole application in Node.
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

function checked(house: House, id: string, rows: number): Spread {
  const subject = caseOf(house, recordOf(house.db, id))
  return percentiles(
    'check',
    rows,
    timed(() => check(subject), 31),
  )
}

/** Runs in the page: each step, and the frame that shows it. */
const inPage = `
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  const steps = async (count, step) => {
    const taken = []
    for (let n = 0; n < count; n += 1) {
      const start = performance.now()
      step(n)
      await painted()
      taken.push(performance.now() - start)
    }
    return taken
  }
`
const typeIn = `(async () => {
  ${inPage}
  const control = document.querySelector('td[data-row="5"][data-column="company"] textarea')
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set
  control.focus()
  return steps(60, (n) => {
    set.call(control, '示例企业' + '字'.repeat(n))
    control.dispatchEvent(new Event('input', { bubbles: true }))
  })
})()`
const scrollOver = `(async () => {
  ${inPage}
  const notch = 120
  let box = document.querySelector('table[data-grid]').parentElement
  while (getComputedStyle(box).overflowY !== 'auto') box = box.parentElement
  const far = box.scrollHeight - box.clientHeight
  return steps(60, (n) => { box.scrollTop = (notch * n) % far })
})()`

async function inBrowser(page: Page, id: string, rows: number): Promise<Spread[]> {
  await page.getByRole('link', { name: '申报', exact: true }).click()
  await page.getByRole('heading', { name: '申报', level: 1 }).waitFor()
  await page.evaluate((to) => {
    location.hash = to
  }, `#/applications/${id}/form`)
  const tree = page.getByRole('navigation', { name: '申报书目录' })
  await tree.getByText('推进项目汇总表').click()
  await page.locator('td[data-row="5"]').first().waitFor()
  const typed = (await page.evaluate(typeIn)) as number[]
  const scrolled = (await page.evaluate(scrollOver)) as number[]
  return [percentiles('type', rows, typed), percentiles('scroll', rows, scrolled)]
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
  const checks = sizes.map((rows, at) => checked(house, ids[at] ?? '', rows))
  closeVault(house)
  const all = [...(await browsed(folder, dir, ids)), ...checks]
  rmSync(folder, { recursive: true, force: true })
  return all.map((spread) => {
    const small = all.find(({ name, items }) => name === spread.name && items === sizes[0])
    return { ...spread, growth: Math.round((spread.p95 / (small?.p95 || 1)) * 100) / 100 }
  })
}
