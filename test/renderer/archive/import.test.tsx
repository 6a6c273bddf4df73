// @vitest-environment jsdom
/** An import as the archive shows it: progress, and what became of each file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ImportsProvider, useImports } from '../../../renderer/app/imports.tsx'
import { ImportResults } from '../../../renderer/pages/archive/import-results.tsx'
import { DropTarget } from '../../../renderer/parts/drop-target.tsx'
import { file, tempFolder } from '../../support/house.ts'
import { openDeskWithVault, show } from '../../support/page.tsx'
import { zipOf } from '../../support/zip.ts'

function Screen() {
  const imports = useImports()
  return (
    <DropTarget label="放在这里" onFiles={imports.start}>
      <button type="button" onClick={imports.pick}>
        选择
      </button>
      <ImportResults />
    </DropTarget>
  )
}

async function open() {
  const desk = await openDeskWithVault()
  const shown = show(
    desk,
    <ImportsProvider>
      <Screen />
    </ImportsProvider>,
  )
  return { desk, dir: tempFolder(), ...shown }
}

test('each picked file is told its outcome: imported, the same as, refused and why', async () => {
  const { desk, dir } = await open()
  const paper = file(dir, '营业执照.pdf', '%PDF-1.4 a')
  desk.picks.push(paper, file(dir, '空.pdf', ''))
  fireEvent.click(screen.getByRole('button', { name: '选择' }))
  expect(await screen.findByText('导入完成：新增 1 份，已有 0 份，未导入 1 份')).toBeTruthy()
  const rows = screen.getAllByRole('row')
  expect(within(rows[1] as HTMLElement).getByText('已导入，请留意')).toBeTruthy()
  expect(within(rows[1] as HTMLElement).getByText(/PDF 损坏或不完整/)).toBeTruthy()
  expect(within(rows[1] as HTMLElement).getByText(/依据文件名中的“营业执照”/)).toBeTruthy()
  expect(within(rows[2] as HTMLElement).getByText(/未导入：文件“空\.pdf”是空的/)).toBeTruthy()

  desk.picks.push(file(dir, '同一份.pdf', '%PDF-1.4 a'))
  fireEvent.click(screen.getByRole('button', { name: '选择' }))
  expect(await screen.findByText('已有相同文件：营业执照.pdf')).toBeTruthy()
})

test('an imported file is one click from its sheet', async () => {
  const { desk, dir, router } = await open()
  desk.picks.push(file(dir, '合同.pdf', '%PDF-1.4 c'))
  fireEvent.click(screen.getByRole('button', { name: '选择' }))
  fireEvent.click(await screen.findByRole('button', { name: '查看' }))
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/archive\/[0-9a-f]{64}$/))
})

test('a dropped file is imported; while it hovers, the place says what will happen', async () => {
  const { dir } = await open()
  const path = file(dir, '发票.pdf', '%PDF-1.4 d')
  const target = screen.getByRole('button', { name: '选择' })
  const data = { types: ['Files'], files: [{ path }] }
  fireEvent.dragEnter(target, { dataTransfer: data })
  expect(screen.getByText('放在这里')).toBeTruthy()
  fireEvent.drop(target, { dataTransfer: data })
  expect(await screen.findByText(/新增 1 份/)).toBeTruthy()
  expect(screen.queryByText('放在这里')).toBeNull()
})

test('text that is dragged over the page is none of its business', async () => {
  await open()
  const target = screen.getByRole('button', { name: '选择' })
  fireEvent.dragEnter(target, { dataTransfer: { types: ['text/plain'], files: [] } })
  expect(screen.queryByText('放在这里')).toBeNull()
})

test('what was refused can be tried again, and the result is kept as a list', async () => {
  const { desk, dir } = await open()
  const empty = file(dir, '空.pdf', '')
  desk.picks.push(file(dir, '合同.txt', '合同'), empty)
  fireEvent.click(screen.getByRole('button', { name: '选择' }))
  const retry = await screen.findByRole('button', { name: '重试未导入的 1 项' })
  file(dir, '空.pdf', '不再是空的')
  fireEvent.click(retry)
  expect(await screen.findByText('导入完成：新增 2 份，已有 0 份，未导入 0 份')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /重试/ })).toBeNull()

  const list = join(dir, '结果.csv')
  desk.picks.push(list)
  fireEvent.click(screen.getByRole('button', { name: '保存结果' }))
  expect(await screen.findByText('已保存导入结果。')).toBeTruthy()
  expect(readFileSync(list, 'utf8')).toContain(
    '合同.txt,已导入,合同,依据文件名中的“合同”（仅供参考）',
  )
})

test('names inside a ZIP that do not say their coding are shown, and come in as said', async () => {
  const { desk, dir } = await open()
  const rawName = Buffer.from('b7a2c6b12e706466', 'hex')
  const zip = zipOf([{ name: '', rawName, flags: 0, data: 'x' }])
  desk.picks.push(file(dir, '材料.zip', zip))
  fireEvent.click(screen.getByRole('button', { name: '选择' }))
  expect(await screen.findByText('按 GBK 读作：发票.pdf')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '按 UTF-8 导入' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '按 GBK 导入' }))
  expect(await screen.findByText('在 材料.zip 中')).toBeTruthy()
  expect(screen.getByText('发票.pdf')).toBeTruthy()
})

test('results can be looked at by what became of them', async () => {
  const { desk, dir } = await open()
  desk.picks.push(file(dir, '甲.txt', '甲'), file(dir, '乙.txt', '乙'), file(dir, '空.txt', ''))
  fireEvent.click(screen.getByRole('button', { name: '选择' }))
  fireEvent.click(await screen.findByRole('button', { name: '未导入 1' }))
  expect(screen.getByText('空.txt')).toBeTruthy()
  expect(screen.queryByText('甲.txt')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '全部 3' }))
  expect(screen.getByText('甲.txt')).toBeTruthy()
})
