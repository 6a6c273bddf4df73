/**
 * Every official form filled in completely by hand, through the page: what was typed and pasted is the
 * same in the database, on the page after it was loaded again, and on the paper.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answers, Form } from '../../shared/programme/form.ts'
import { type Pack, pack } from '../../shared/programme/pack.ts'
import { type App, openApp } from '../support/app.ts'
import { applicationId, begin, newVault, saved, step } from '../support/desk-steps.ts'
import { randomAnswers } from '../support/form-answers.ts'
import { differences, fillForm } from '../support/form-page.ts'
import { matched, printedValues, setText } from '../support/form-pdf.ts'
import { keptFolder } from '../support/house.ts'
import { chanceOf } from '../support/random.ts'

const packs = readdirSync('assets/programmes')
  .map((name) => pack.parse(JSON.parse(readFileSync(`assets/programmes/${name}`, 'utf8'))))
  .filter((each): each is Pack & { form: Form } => each.form !== undefined)

const folder = keptFolder()
const vault = join(folder, 'vault')
const errors: string[] = []
let app: App

beforeAll(async () => {
  app = await openApp()
  app.page.on('pageerror', ({ message }) => errors.push(message))
  await newVault(app, vault)
})
afterAll(() => app.close())

/** The answers as they lie in the vault: the engine holds the database alone, a copy is read. */
function stored(id: string): Answers {
  const copy = join(folder, 'copy')
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy)
  for (const name of ['vault.db', 'vault.db-wal']) {
    if (existsSync(join(vault, name))) copyFileSync(join(vault, name), join(copy, name))
  }
  const db = new Database(join(copy, 'vault.db'))
  const rows = db
    .prepare<[string], { field: string; value: string }>(
      'SELECT field, value FROM answer WHERE application = ?',
    )
    .all(id)
  db.close()
  return Object.fromEntries(rows.map(({ field, value }) => [field, JSON.parse(value)]))
}

test('there are the official forms of the three documents', () => {
  expect(packs.map(({ id }) => id)).toHaveLength(6)
})

test.each(packs.map((each) => [each.title, each.id, each.form] as const))(
  '%s',
  async (title, id, form) => {
    const { page, answers: dialogs } = app
    const answers = randomAnswers(form, chanceOf(id.length * 31), 4)
    await begin(page, title)
    const application = applicationId(page)
    await step(page, '申报书').click()
    await fillForm(page, form, answers)
    await saved(page)
    expect(stored(application)).toEqual(answers)

    await page.reload()
    await page.getByRole('navigation', { name: '申报书目录' }).waitFor()
    expect(await differences(page, form, answers)).toEqual([])

    await step(page, '预览与盖章').click()
    await page.getByText(/共 \d+ 页/).waitFor()
    const pdf = join(folder, `${id}.pdf`)
    dialogs.save.splice(0, Number.POSITIVE_INFINITY, pdf)
    await page.getByRole('button', { name: '另存为 PDF', exact: true }).click()
    await page.getByText('打印').first().waitFor()
    await expect.poll(() => readdirSync(folder)).toContain(`${id}.pdf`)
    expect(matched(setText(pdf), printedValues(form, answers)).lacking).toEqual([])
    expect(errors).toEqual([])
  },
)
