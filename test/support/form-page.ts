/** Fills in a 申报书 by hand, through the page alone, and reads what the page then shows. */
import type { Locator, Page } from 'playwright-core'
import type {
  AnswerRow,
  Answers,
  Column,
  Field,
  Form,
  Option,
} from '../../shared/programme/form.ts'
import { convertExactly } from '../../shared/programme/unit.ts'
import { figure } from '../../shared/text/figure.ts'

type Asked = Field | Column

export const openPart = async (page: Page, title: string): Promise<void> => {
  const tree = page.getByRole('navigation', { name: '申报书目录' })
  await tree.getByRole('button').filter({ hasText: title }).first().click()
}

/** The parts of a form as its tree names them, with the fields of each. */
export function partsWithFields(form: Form): readonly [string, readonly string[]][] {
  const cover: [string, readonly string[]] = ['封面', form.cover.map(({ field }) => field)]
  const sections = form.sections.map(({ title, blocks }): [string, readonly string[]] => [
    title,
    blocks.flatMap((block) => {
      if (block.kind === 'chapter') return [block.field]
      if (block.kind !== 'grid') return []
      return block.rows.flatMap(({ cells, repeat }) => [
        ...(repeat ? [repeat] : []),
        ...cells.flatMap(({ field, echo }) => (field && !echo ? [field] : [])),
      ])
    }),
  ])
  return [...(form.cover.length > 0 ? [cover] : []), ...sections]
}

const placeOf = (page: Page, id: string, row?: number, column?: string): Locator =>
  page
    .locator(
      row === undefined
        ? `[data-place="${id}"]`
        : `[data-place="${id}"][data-row="${row}"][data-column="${column}"]`,
    )
    .first()

const writable = (place: Locator) => place.locator('textarea, input:not([type="checkbox"])').first()

const asText = (answer: unknown): string => (typeof answer === 'string' ? answer : '')

/** A figure as people also give it: in another unit, where that comes out even. */
function spoken(asked: Asked, value: string): string {
  const unit = 'unit' in asked ? asked.unit : undefined
  const other = unit === '万元' ? '亿元' : unit === '亿元' ? '万元' : undefined
  const converted = other && convertExactly(value, unit ?? '', other)
  return converted ? `${converted}${other}` : value
}

const optionsOf = (asked: Asked): readonly Option[] =>
  'options' in asked ? (asked.options ?? []) : []

async function tick(place: Locator, asked: Asked, ids: readonly string[], other: string) {
  for (const { id, label } of optionsOf(asked)) {
    if (ids.includes(id)) await place.getByLabel(label, { exact: true }).first().check()
  }
  if (other !== '') {
    const open = optionsOf(asked).find((one) => one.other && ids.includes(one.id))
    const text = place.getByLabel(`${open?.label}（请注明）`, { exact: true })
    await text.fill(other)
    await text.press('Tab')
  }
}

async function fillField(page: Page, field: Field, answers: Answers, at: number): Promise<void> {
  const answer = answers[field.id]
  if (answer === undefined) return
  const place = placeOf(page, field.id)
  if (field.type === 'table') return fillTable(page, field, answer as readonly AnswerRow[])
  if (field.type === 'choice' || field.type === 'choices') {
    const ids = typeof answer === 'string' ? [answer] : (answer as readonly string[])
    return tick(place, field, ids, asText(answers[`${field.id}.other`]))
  }
  const control = writable(place)
  await control.click()
  const money = field.type === 'money' && at % 2 === 0
  await page.keyboard.insertText(money ? spoken(field, asText(answer)) : asText(answer))
  await control.press('Tab')
}

/** A cell as a spreadsheet puts it on the clipboard. */
function clipboard(column: Column, row: AnswerRow): string {
  const value = row[column.id] ?? ''
  const label = (id: string) => optionsOf(column).find((one) => one.id === id)?.label ?? id
  const text =
    column.type === 'choice' || column.type === 'choices'
      ? [value].flat().map(label).join('、')
      : `${value}`
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What Ctrl+V does, with a text that no clipboard of the machine has to hold. */
export const pasteText = (control: Locator, text: string): Promise<void> =>
  control.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)

/** The first row by hand, the others as a block from a spreadsheet. */
async function fillTable(
  page: Page,
  table: Extract<Field, { type: 'table' }>,
  rows: readonly AnswerRow[],
): Promise<void> {
  const [first = {}, ...others] = rows
  for (const column of table.columns) {
    const place = placeOf(page, table.id, 0, column.id)
    const value = first[column.id] ?? ''
    if (column.type === 'choice' || column.type === 'choices') {
      await tick(place, column, [value].flat(), asText(first[`${column.id}.other`]))
      continue
    }
    await writable(place).click()
    await page.keyboard.insertText(`${value}`)
    await writable(place).press('Tab')
  }
  if (others.length === 0) return
  const [start = table.columns[0]] = table.columns
  const top = writable(placeOf(page, table.id, 0, start?.id ?? ''))
  await top.press('Enter')
  const next = writable(placeOf(page, table.id, 1, start?.id ?? ''))
  const block = others.map((row) => table.columns.map((each) => clipboard(each, row)).join('\t'))
  await pasteText(next, `${block.join('\r\n')}\r\n`)
}

/** Fills in every field, part after part. `shoot` is called when a part is done. */
export async function fillForm(
  page: Page,
  form: Form,
  answers: Answers,
  shoot: (part: string) => Promise<unknown> = async () => {},
): Promise<void> {
  const fields = new Map(form.fields.map((field) => [field.id, field]))
  for (const [title, ids] of partsWithFields(form)) {
    await openPart(page, title)
    for (const [at, id] of [...new Set(ids)].entries()) {
      const field = fields.get(id)
      if (field) await fillField(page, field, answers, at)
    }
    await shoot(title)
  }
}

async function readControl(place: Locator, asked: Asked): Promise<unknown> {
  if (asked.type !== 'choice' && asked.type !== 'choices') return writable(place).inputValue()
  const ticked: string[] = []
  for (const { label } of optionsOf(asked)) {
    if (await place.getByLabel(label, { exact: true }).first().isChecked()) ticked.push(label)
  }
  return ticked
}

/** What a control shows for an answer. */
function shows(asked: Asked, value: unknown): unknown {
  if (asked.type === 'choice' || asked.type === 'choices') {
    const ids = [value ?? []].flat()
    return optionsOf(asked)
      .filter(({ id }) => ids.includes(id))
      .map(({ label }) => label)
  }
  const numeric = asked.type === 'money' || asked.type === 'number' || asked.type === 'percent'
  return numeric ? figure(asText(value)) : asText(value)
}

/** Fields and cells in which the page shows something else than was answered. */
export async function differences(page: Page, form: Form, answers: Answers): Promise<string[]> {
  const fields = new Map(form.fields.map((field) => [field.id, field]))
  const wrong: string[] = []
  const compare = async (place: Locator, asked: Asked, value: unknown, name: string) => {
    const [is, should] = [await readControl(place, asked), shows(asked, value)]
    if (JSON.stringify(is) !== JSON.stringify(should)) wrong.push(`${name}: ${is} ≠ ${should}`)
  }
  for (const [title, ids] of partsWithFields(form)) {
    await openPart(page, title)
    for (const id of new Set(ids)) {
      const field = fields.get(id)
      if (!field) continue
      if (field.type !== 'table') {
        await compare(placeOf(page, id), field, answers[id], id)
        continue
      }
      for (const [row, cells] of ((answers[id] ?? []) as readonly AnswerRow[]).entries()) {
        for (const column of field.columns) {
          const place = placeOf(page, id, row, column.id)
          await compare(place, column, cells[column.id], `${id} ${row} ${column.id}`)
        }
      }
    }
  }
  return wrong
}
