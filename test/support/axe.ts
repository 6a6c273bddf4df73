/** What axe-core finds wrong with the screen that is shown: serious and critical issues alone. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

type Found = {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
  }[]
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Each as `rule: element (why)`; empty where nothing serious is wrong. */
export async function seriousIssues(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger: the page's own policy lets in no foreign script.
  const loaded = await page.evaluate(() => 'axe' in window)
  if (!loaded) await page.evaluate(source)
  const found = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as Found
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} (${failureSummary})`),
    )
}
