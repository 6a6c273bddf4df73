// @vitest-environment jsdom
/** The two hooks, over a real engine: what crosses the wire, in which order, and what it answers. */
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { startTexts } from '../../../renderer/app/i18n.ts'
import { Providers } from '../../../renderer/app/providers.tsx'
import { useAct } from '../../../renderer/app/use-act.ts'
import { useAsk } from '../../../renderer/app/use-ask.ts'
import { useLatest } from '../../../renderer/app/use-latest.ts'
import { file, tempFolder } from '../../support/house.ts'
import { openDesk, openDeskWithVault, type TestDesk } from '../../support/page.tsx'

const around =
  ({ wire, host }: TestDesk) =>
  ({ children }: { children: ReactNode }) => (
    <Providers surroundings={{ wire, host }} texts={startTexts('zh-CN')}>
      {children}
    </Providers>
  )

const fact = (value: string, base = 0) => ({ base, facts: { contact: value }, indicators: [] })

test('a change answers the question it is the view of: one round trip', async () => {
  const desk = await openDeskWithVault()
  const { result } = renderHook(
    () => ({ ask: useAsk('enterprise.open', {}), fill: useAct('enterprise.fill') }),
    { wrapper: around(desk) },
  )
  await waitFor(() => expect(result.current.ask.data?.facts).toEqual({}))
  const before = desk.calls.length
  await act(() => result.current.fill.mutateAsync(fact('张三')))
  await waitFor(() => expect(result.current.ask.data?.facts).toEqual({ contact: '张三' }))
  expect(desk.calls.slice(before)).toEqual(['enterprise.fill'])
})

test('acts of one noun wait for each other, and each sees the revision that then holds', async () => {
  const desk = await openDeskWithVault()
  const { result } = renderHook(
    () => ({
      ask: useAsk('enterprise.open', {}),
      fill: useAct('enterprise.fill'),
      latest: useLatest('enterprise.open'),
    }),
    { wrapper: around(desk) },
  )
  await waitFor(() => expect(result.current.ask.isSuccess).toBe(true))
  const { fill, latest } = result.current
  const change = (value: string) => () => fact(value, latest({})?.revision ?? -1)
  await act(() => Promise.all([fill.mutateAsync(change('第一')), fill.mutateAsync(change('第二'))]))
  await waitFor(() => expect(result.current.ask.data?.facts.contact).toBe('第二'))
  expect(result.current.ask.data?.revision).toBe(2)
})

test('an edit made on what somebody else has changed fails as stale', async () => {
  const desk = await openDeskWithVault()
  const { result } = renderHook(() => useAct('enterprise.fill'), { wrapper: around(desk) })
  await desk.wire.ask('enterprise.fill', fact('别处'))
  await act(() => result.current.mutateAsync(fact('这里')).catch(() => {}))
  await waitFor(() => expect(result.current.error?.failure.code).toBe('enterprise.stale'))
})

test('what a change may have altered is asked again', async () => {
  const desk = await openDeskWithVault()
  const { result } = renderHook(
    () => ({ list: useAsk('programme.list', {}), fill: useAct('enterprise.fill') }),
    { wrapper: around(desk) },
  )
  await waitFor(() => expect(result.current.list.isSuccess).toBe(true))
  await act(() => result.current.fill.mutateAsync(fact('李四')))
  await waitFor(() =>
    expect(desk.calls.filter((call) => call === 'programme.list')).toHaveLength(2),
  )
})

test('an invoice number entered late counts against every application that was looked at before', async () => {
  const desk = await openDeskWithVault()
  const files = [desk.grant(file(tempFolder(), '发票.txt', '发票'))]
  const { results } = await desk.wire.ask('material.import', { files, kind: 'invoice' })
  const sha256 = results[0]?.sha256 ?? ''
  const begin = () =>
    desk.wire.ask('application.create', {
      id: 'js-iiot-benchmark-factory',
      edition: '2023',
      track: null,
    })
  const put = { slot: 'invoices', files: [], materials: [sha256] }
  const one = await begin()
  const other = await begin()
  await desk.wire.ask('application.attach', { ...put, id: one.id })
  await desk.wire.ask('application.attach', { ...put, id: other.id })
  const { result, rerender } = renderHook(
    ({ id }) => ({
      shown: useAsk('application.open', { id }),
      describe: useAct('material.describe', { key: sha256 }),
    }),
    { wrapper: around(desk), initialProps: { id: one.id } },
  )
  const twice = () =>
    result.current.shown.data?.findings.some(({ code }) => code === 'invoice.usedElsewhere')
  await waitFor(() => expect(twice()).toBe(false))
  rerender({ id: other.id })
  await waitFor(() => expect(twice()).toBe(false))
  const facts = { code: '3200239991', number: '00000101' }
  await act(() => result.current.describe.mutateAsync({ sha256, facts }))
  await waitFor(() => expect(twice()).toBe(true))
  rerender({ id: one.id })
  await waitFor(() => expect(twice()).toBe(true))
})

test('opening a vault forgets all that was known before', async () => {
  const desk = openDesk()
  const { result } = renderHook(
    () => ({
      state: useAsk('vault.state', {}),
      list: useAsk('application.list', {}),
      create: useAct('vault.create'),
    }),
    { wrapper: around(desk) },
  )
  await waitFor(() => expect(result.current.list.error?.failure.code).toBe('vault.none'))
  const folder = desk.grant(tempFolder())
  await act(() => result.current.create.mutateAsync({ folder, name: '新库' }))
  await waitFor(() => expect(result.current.list.data).toEqual([]))
  expect(result.current.state.data?.open?.name).toBe('新库')
  expect(desk.calls.filter((call) => call === 'vault.state')).toHaveLength(1)
})

test('an import that is stopped still shows what it had taken in', async () => {
  const desk = await openDeskWithVault()
  const dir = tempFolder()
  const files = Array.from({ length: 400 }, (_, n) => desk.grant(file(dir, `${n}.txt`, `${n}`)))
  const { result } = renderHook(
    () => ({ list: useAsk('material.list', {}), take: useAct('material.import') }),
    { wrapper: around(desk) },
  )
  await waitFor(() => expect(result.current.list.data?.total).toBe(0))
  desk.wire.subscribe(() => desk.wire.jobs()[0]?.cancel())
  await act(() => result.current.take.mutateAsync({ files }))
  await waitFor(() => expect(result.current.take.data?.cancelled).toBeGreaterThan(0))
  const { total } = await desk.wire.ask('material.list', {})
  await waitFor(() => expect(result.current.list.data?.total).toBe(total))
  expect(result.current.take.progress).toBeNull()
})
