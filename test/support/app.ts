/**
 * Opens the product as a person would meet it, for end-to-end tests: in the Chromium host, or in a
 * real Electron when SHENBAOXIA_E2E=electron (`npm run test:electron`). What the system's dialogs
 * would ask is answered from `answers`; everything else is done in the page.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { openInChromium } from './app-chromium.ts'
import { openInElectron } from './app-electron.ts'

/** What the person will answer to the next dialogs, in turn; none left means 取消. */
export type Answers = {
  readonly files: (readonly string[])[]
  readonly folder: string[]
  readonly save: string[]
}

export type Opened = {
  readonly page: Page
  /** Paths that were shown in the file manager (`reveal …`) or opened (`open …`). */
  readonly shown: string[]
  /** Ids of the processes that make up the running product. */
  readonly processId: number
  readonly close: () => Promise<void>
}

export type OpenOptions = {
  /** Folder of settings; a fresh one by default, gone with the app. */
  readonly config?: string
  /** Folder of the built page; out/page by default. Chromium only. */
  readonly page?: string
  /** The instant of now. Chromium only. */
  readonly clock?: () => Date
}

export type App = Opened & {
  readonly answers: Answers
  /** Drags files and folders of the disk from outside the window and lets them go on `target`. */
  readonly drop: (target: Locator, paths: readonly string[]) => Promise<void>
}

/** True when the same specs run on a real Electron. */
export const onElectron = process.env.SHENBAOXIA_E2E === 'electron'

const dropOn = async (page: Page, target: Locator, paths: readonly string[]) => {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error('the place to drop on is not visible')
  const session = await page.context().newCDPSession(page)
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data })
  await session.detach()
}

/** Starts the product; close it before the test ends. */
export const openApp = async (options: OpenOptions = {}): Promise<App> => {
  const config = options.config ?? mkdtempSync(join(tmpdir(), 'shenbaoxia-app-'))
  const answers: Answers = { files: [], folder: [], save: [] }
  const open = onElectron ? openInElectron : openInChromium
  const opened = await open({ ...options, config }, answers)
  // A busy machine takes its time: the limit of a test is the one against hanging.
  opened.page.setDefaultTimeout(120_000)
  return {
    ...opened,
    answers,
    drop: (target, paths) => dropOn(opened.page, target, paths),
    async close() {
      await opened.close()
      if (!options.config) rmSync(config, { recursive: true, force: true })
    },
  }
}
