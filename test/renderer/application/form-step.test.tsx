// @vitest-environment jsdom
/** 申报书 in the page, on the real 附件2 of the base programme and a real vault. */
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openApplication, part, type } from './open-application.tsx'

test('leaving a field sends that field alone, with the revision it was made on', async () => {
  const { fills, kept } = await openApplication({ step: 'form' })
  await part(/^二、/)
  type(screen.getByRole('textbox', { name: /区域基本情况概述/ }), '苏南腹地，产业集聚。')
  await waitFor(() => expect(fills()).toHaveLength(1))
  const [sent] = fills()
  expect(Object.values(sent?.answers ?? {})).toEqual(['苏南腹地，产业集聚。'])
  await waitFor(() => expect(screen.getByText('已保存')).toBeTruthy())
  expect(Object.values((await kept()).answers)).toContain('苏南腹地，产业集聚。')
})

test('leaving a field as it was sends nothing', async () => {
  const { fills } = await openApplication({ step: 'form' })
  await part(/^二、/)
  type(screen.getByRole('textbox', { name: /区域基本情况概述/ }), '')
  await part(/^三、/)
  expect(fills()).toEqual([])
})

test('what is typed survives a step taken by keyboard, without leaving the field first', async () => {
  const { kept } = await openApplication({ step: 'form' })
  await part(/^二、/)
  const control = screen.getByRole('textbox', { name: /区域基本情况概述/ })
  fireEvent.change(control, { target: { value: '写到一半' } })
  fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true })
  await screen.findByText('3. 材料清单')
  await waitFor(async () => expect(Object.values((await kept()).answers)).toContain('写到一半'))
})

test('back from another step, the form stands where it was left', async () => {
  await openApplication({ step: 'form' })
  await part(/^三、/)
  fireEvent.click(await screen.findByRole('tab', { name: /材料清单/ }))
  await screen.findByRole('button', { name: '下一步：预览与盖章' })
  fireEvent.click(screen.getByRole('tab', { name: /申报书/ }))
  expect(await screen.findByRole('textbox', { name: /主要目标/ })).toBeTruthy()
})

test('a field says that its value comes from the profile, and offers it when they differ', async () => {
  const { kept } = await openApplication({ step: 'form', facts: { name: '示例园区管委会' } })
  const unit = await screen.findByRole('textbox', { name: /申报单位/ })
  expect((unit as HTMLInputElement).value).toBe('示例园区管委会')
  expect(screen.getByText('来自企业档案')).toBeTruthy()
  type(unit, '另一个名称')
  const offer = await screen.findByRole('button', { name: '企业档案为 示例园区管委会，点此更新' })
  fireEvent.click(offer)
  await waitFor(async () =>
    expect(Object.values((await kept()).answers)).toContain('示例园区管委会'),
  )
})

test('a date is kept as a date however it is typed', async () => {
  const { kept } = await openApplication({ step: 'form' })
  type(await screen.findByRole('textbox', { name: /申报日期/ }), '2022年9月3日')
  await waitFor(async () => expect(Object.values((await kept()).answers)).toContain('2022-09-03'))
})

test('a refused answer is given back, and the kept one shown', async () => {
  const { desk, id, kept } = await openApplication({ step: 'form' })
  await part(/^二、/)
  const control = screen.getByRole('textbox', { name: /区域基本情况概述/ })
  const { revision, pack } = await kept()
  const field = pack.form?.fields.find(({ label }) => label.endsWith('区域基本情况概述'))?.id ?? ''
  await desk.wire.ask('application.fill', { id, base: revision, answers: { [field]: '别处写的' } })
  type(control, '这里写的')
  await screen.findByText(/下列内容在别处刚被修改/)
  expect(screen.getByText('这里写的')).toBeTruthy()
  await waitFor(() => expect((control as HTMLTextAreaElement).value).toBe('别处写的'))
})
