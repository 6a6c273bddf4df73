// @vitest-environment jsdom
/** From a finding to its place, judgements, the checklist, and out of the office. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { file, tempFolder } from '../../support/house.ts'
import { factory, openApplication, part, type } from './open-application.tsx'

const button = (name: string | RegExp) => screen.findByRole('button', { name })
const slot = async (title: string) =>
  (await screen.findByRole('heading', { name: title })).closest('li') as HTMLElement

test('findings are listed with the blocking ones first, and each leads to its field', async () => {
  await openApplication({ answers: { 'applied-on': '九月' } })
  fireEvent.click(await button(/项须处理$/))
  const panel = await screen.findByRole('complementary', { name: '检查结果' })
  fireEvent.click(within(panel).getByText(/“申报日期”应填写实际存在的日期/))
  const field = await screen.findByRole('textbox', { name: '申报日期' })
  await waitFor(() => expect(document.activeElement).toBe(field))

  fireEvent.click(within(panel).getByText(/主要目标”为必填项/))
  const chapter = await screen.findByRole('textbox', { name: /主要目标/ })
  await waitFor(() => expect(document.activeElement).toBe(chapter))
  const icons = within(panel).getAllByTitle(/须处理|请核对|提示/)
  expect(icons.length).toBeGreaterThan(3)
})

test('what only a person can judge is signed with name and reason, and can be taken back', async () => {
  const { kept } = await openApplication({ programme: factory })
  const [first] = await screen.findAllByRole('button', { name: '签署判断意见' })
  fireEvent.click(first as HTMLElement)
  const dialog = await screen.findByRole('dialog')
  type(within(dialog).getByRole('textbox', { name: /判断人姓名/ }), '周敏')
  type(within(dialog).getByRole('textbox', { name: /理由与依据/ }), '已核对营业执照。')
  // Esc, or a click beside it, by a slip of the hand loses nothing of that.
  const beside = document.querySelector('.MuiDialog-container') as HTMLElement
  for (const slip of [
    () => fireEvent.keyDown(dialog, { key: 'Escape' }),
    () => [fireEvent.mouseDown(beside), fireEvent.click(beside)],
  ]) {
    slip()
    const asked = await screen.findByRole('dialog', { name: '放弃已填写的内容？' })
    fireEvent.click(within(asked).getByRole('button', { name: '继续填写' }))
    await waitFor(() => expect(screen.getAllByRole('dialog')).toEqual([dialog]))
    expect(screen.getByDisplayValue('已核对营业执照。')).toBeTruthy()
  }
  // Nobody's judgement is chosen beforehand.
  fireEvent.submit(within(dialog).getByRole('button', { name: '签署' }))
  expect(screen.getByRole('dialog')).toBe(dialog)
  fireEvent.click(within(dialog).getByRole('radio', { name: '满足' }))
  fireEvent.click(within(dialog).getByRole('button', { name: '签署' }))
  await screen.findByText(/周敏于.*判断为满足/)
  expect(Object.values((await kept()).attestations)).toMatchObject([
    { outcome: 'met', name: '周敏', note: '已核对营业执照。' },
  ])
  fireEvent.click(await button('撤回判断意见'))
  await waitFor(async () => expect((await kept()).attestations).toEqual({}))
  // Thought of twice: name and reason are not to be written again.
  await screen.findByText('已撤回判断意见。')
  fireEvent.click(await button('撤销'))
  await screen.findByText(/周敏于.*判断为满足/)
  expect(Object.values((await kept()).attestations)).toMatchObject([{ note: '已核对营业执照。' }])
})

test('a dialog is left with Esc: at once while nothing is written, else after a question', async () => {
  await openApplication({ programme: factory })
  const [sign] = await screen.findAllByRole('button', { name: '签署判断意见' })
  const open = async () => {
    fireEvent.click(sign as HTMLElement)
    return screen.findByRole('dialog')
  }
  const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBe(null))
  fireEvent.keyDown(await open(), { key: 'Escape' })
  await gone()
  const dialog = await open()
  type(within(dialog).getByRole('textbox', { name: /理由与依据/ }), '写错了')
  fireEvent.keyDown(dialog, { key: 'Escape' })
  fireEvent.click(await button('放弃'))
  await gone()
})

test('an empty place says which other stands in for it', async () => {
  await openApplication({ programme: factory, step: 'materials' })
  const row = await slot('已通过贯标的佐证材料')
  const dropped = {
    types: ['Files'],
    files: [{ path: file(tempFolder(), '公示名单.txt', '名单') }],
  }
  fireEvent.drop(within(row).getByText('已通过贯标的佐证材料'), { dataTransfer: dropped })
  await within(row).findByRole('link', { name: '公示名单.txt' })
  const other = await slot('两化融合管理体系贯标证书')
  await within(other).findByText('由“已通过贯标的佐证材料”代替')
})

test('a paper taken out by mistake comes back with its ticks', async () => {
  const papers = [{ name: '专项审计报告.pdf', kind: 'special-audit' }]
  const { kept, desk, id } = await openApplication({
    programme: factory,
    step: 'materials',
    papers,
  })
  const asked = (await kept()).pack.slots.find(({ id: own }) => own === 'special-audit')
  const row = await slot(asked?.title ?? '')
  const { suggestions } = await desk.wire.ask('application.suggest', { id, slot: 'special-audit' })
  expect(suggestions).toHaveLength(1)
  fireEvent.click(within(row).getByRole('button', { name: /从资料库选取/ }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(await within(dialog).findByRole('checkbox'))
  fireEvent.click(within(dialog).getByRole('button', { name: '关联所选 1 份' }))
  const [point] = await within(row).findAllByRole('checkbox')
  fireEvent.click(point as HTMLElement)
  await waitFor(async () => expect((await kept()).ticks).toHaveLength(1))
  fireEvent.click(within(row).getByRole('button', { name: /从本项移除/ }))
  await screen.findByText(/已从本项移除《专项审计报告.pdf》/)
  expect((await kept()).ticks).toEqual([])
  fireEvent.click(await button('撤销'))
  await waitFor(async () => expect((await kept()).ticks).toMatchObject([{ slot: 'special-audit' }]))
  await within(row).findByText('专项审计报告.pdf')
})

test('many papers for a slot can be searched; what was ticked before stays ticked', async () => {
  const papers = Array.from({ length: 9 }, (_, at) => ({
    name: `专项审计报告${'甲乙丙丁戊己庚辛壬'[at]}公司.pdf`,
    kind: 'special-audit',
  }))
  const { kept } = await openApplication({ programme: factory, step: 'materials', papers })
  const asked = (await kept()).pack.slots.find(({ id }) => id === 'special-audit')
  const row = await slot(asked?.title ?? '')
  fireEvent.click(within(row).getByRole('button', { name: /从资料库选取/ }))
  const dialog = await screen.findByRole('dialog')
  const shown = () => within(dialog).queryAllByRole('checkbox')
  await waitFor(() => expect(shown()).toHaveLength(9))
  fireEvent.click(shown()[0] as HTMLElement)
  const search = within(dialog).getByRole('searchbox')
  fireEvent.change(search, { target: { value: '丙公司' } })
  await waitFor(() => expect(shown()).toHaveLength(1))
  fireEvent.click(shown()[0] as HTMLElement)
  fireEvent.change(search, { target: { value: '没有这样的' } })
  await within(dialog).findByText('可用于本项的材料中没有找到')
  fireEvent.click(within(dialog).getByRole('button', { name: '关联所选 2 份' }))
  const linked = () => kept().then(({ slots }) => slots.find(({ id }) => id === 'special-audit'))
  await waitFor(async () => expect((await linked())?.materials).toHaveLength(2))
})

test('a paper dropped on a slot is linked to it; a link is taken away; 不适用 needs a reason', async () => {
  const { kept } = await openApplication({ programme: factory, step: 'materials' })
  const { pack } = await kept()
  const [asked] = pack.slots
  if (!asked) throw new Error('the pack asks for papers')
  const row = await slot(asked.title)
  const path = file(tempFolder(), '专项审计报告2022.txt', '报告')
  const dropped = { types: ['Files'], files: [{ path }] }
  fireEvent.drop(within(row).getByText(asked.title), { dataTransfer: dropped })
  const link = await within(row).findByRole('link', { name: '专项审计报告2022.txt' })
  expect(link.getAttribute('href')).toContain('/archive/')
  expect((await kept()).slots[0]?.materials).toHaveLength(1)

  fireEvent.click(within(row).getByRole('button', { name: /移除《专项审计报告2022.txt》/ }))
  await waitFor(async () => expect((await kept()).slots[0]?.materials).toEqual([]))

  fireEvent.click(within(row).getByRole('button', { name: '标为不适用' }))
  const dialog = await screen.findByRole('dialog')
  const reason = within(dialog).getByRole('textbox', { name: /理由/ })
  fireEvent.change(reason, { target: { value: '   ' } })
  fireEvent.submit(reason)
  expect((await kept()).slots[0]?.waived).toBeNull()
  fireEvent.change(reason, { target: { value: '另有佐证' } })
  fireEvent.submit(reason)
  await screen.findByText('不适用，理由：另有佐证')
  expect((await kept()).slots[0]?.waived).toBe('另有佐证')
})

test('a slot offers what fits from the archive, and links what is chosen', async () => {
  await openApplication({
    programme: factory,
    step: 'materials',
    papers: [
      { name: '执照副本.txt', kind: 'licence' },
      { name: '发票.txt', kind: 'invoice' },
    ],
  })
  const row = await slot('营业执照')
  fireEvent.click(within(row).getByRole('button', { name: '从资料库选取（1 份可用）' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(await within(dialog).findByText('执照副本.txt'))
  expect(within(dialog).queryByText('发票.txt')).toBeNull()
  expect(within(dialog).getByText('类型相符：营业执照')).toBeTruthy()
  fireEvent.click(within(dialog).getByRole('button', { name: '关联所选 1 份' }))
  expect(await within(row).findByRole('link', { name: '执照副本.txt' })).toBeTruthy()
})

test('with open findings a reason is required; then receipt, and the bundle verifies', async () => {
  const { desk, kept } = await openApplication({
    programme: factory,
    step: 'export',
    facts: { name: '示例公司', creditCode: '' },
  })
  fireEvent.click(await button('带问题导出'))
  await screen.findByText('请先填写理由，或处理完上列问题再导出。')

  const to = join(tempFolder(), '提交包.zip')
  desk.picks.push(to)
  type(await screen.findByRole('textbox', { name: /仍要导出的理由/ }), '演练')
  fireEvent.click(await button('带问题导出'))
  await screen.findByText('写入后已重新打开并验证')
  expect(existsSync(to)).toBe(true)
  const [receipt] = (await kept()).receipts
  expect(receipt).toMatchObject({ path: to, reason: '演练' })
  expect(screen.getByText(receipt?.sha256 ?? '-')).toBeTruthy()

  fireEvent.click(await button('验证'))
  await screen.findByText('通过：文件齐全、未被改动，签名正确。')
})

test('the text beside 其他 is kept, and asked for once the option is ticked', async () => {
  const { kept } = await openApplication({ step: 'form' })
  await part(/^一、/)
  const group = await screen.findByRole('group', { name: '园区(区域)级别' })
  fireEvent.click(within(group).getByRole('checkbox', { name: '省级' }))
  fireEvent.click(within(group).getByRole('checkbox', { name: '其他' }))
  await waitFor(async () => expect((await kept()).answers.level).toEqual(['provincial', 'other']))
  await screen.findAllByText(/园区\(区域\)级别—其他/)
  type(within(group).getByRole('textbox', { name: /其他（请注明）/ }), '市级')
  await waitFor(async () => expect((await kept()).answers['level.other']).toBe('市级'))
})
