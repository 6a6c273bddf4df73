/** What axe-core finds wrong with the screen that is shown: serious and critical issues alone. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

type Found = {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
  }[]
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Until nothing moves any more. The wave that spreads from a click reaches over the neighbours of
 * what was clicked; it is cut off there for the eye, but not for axe, which would take the wave's
 * colour for their ground.
 */
async function atRest(page: Page): Promise<void> {
  const moving = () =>
    page.evaluate(
      () =>
        document.querySelectorAll('.MuiTouchRipple-ripple:not(.MuiTouchRipple-ripplePulsate)')
          .length +
        document
          .getAnimations()
          .filter(({ playState }) => playState === 'running')
          .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
          .length,
    )
  await expect.poll(moving).toBe(0)
}

/** Each as `rule: element (why)`; empty where nothing serious is wrong. */
export async function seriousIssues(page: Page): Promise<readonly string[]> {
  await atRest(page)
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
