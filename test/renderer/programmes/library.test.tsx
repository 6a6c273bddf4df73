// @vitest-environment jsdom
/** 政策库 as a clerk walks through it: filters, the year, the ladders, the policies. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ownMonths } from '../../../shared/programme/year.ts'
import { file, tempFolder } from '../../support/house.ts'
import { openDeskWithVault, type TestDesk } from '../../support/page.tsx'
import { openWholePage } from '../application/whole-page.tsx'

const clock = () => new Date('2024-03-05T02:00:00Z')

async function open(address = '/programmes', prepare?: (desk: TestDesk) => Promise<void>) {
  const desk = await openDeskWithVault(clock)
  await prepare?.(desk)
  const { programmes } = await desk.wire.ask('programme.list', {})
  return { ...openWholePage(desk, address), desk, programmes }
}

const shown = () => screen.getByRole('status').textContent
const choose = async (label: string, option: RegExp) => {
  fireEvent.mouseDown(await screen.findByRole('combobox', { name: label }))
  fireEvent.click(await screen.findByRole('option', { name: option }))
}

test('choices narrow the list together, live in the address, and are cleared at once', async () => {
  const { programmes, router } = await open()
  await choose('级别', /^国家级（\d+）$/)
  const national = programmes.filter(({ level }) => level === 'national')
  await waitFor(() =>
    expect(shown()).toBe(`共 ${programmes.length} 个项目，列出 ${national.length} 个`),
  )
  await choose('申报月份', /^3月（\d+）$/)
  const march = national.filter((row) => ownMonths(row).includes(3))
  await waitFor(() =>
    expect(shown()).toBe(`共 ${programmes.length} 个项目，列出 ${march.length} 个`),
  )
  expect(router.state.location.search).toContain('level=national')
  fireEvent.click(screen.getByRole('button', { name: '清除筛选' }))
  await waitFor(() =>
    expect(shown()).toBe(`共 ${programmes.length} 个项目，列出 ${programmes.length} 个`),
  )
})

test('匹配 is a row of switches with counts; pressing one filters', async () => {
  const { programmes } = await open()
  const group = await screen.findByRole('group', { name: '匹配' })
  const unknown = within(group).getByRole('button', { name: /待补充信息 ?\d+/ })
  const count = Number(/\d+$/.exec(unknown.textContent ?? '')?.[0])
  expect(count).toBeGreaterThan(0)
  fireEvent.click(unknown)
  await waitFor(() => expect(shown()).toBe(`共 ${programmes.length} 个项目，列出 ${count} 个`))
})

test('coming back from a programme finds the filter as it was left', async () => {
  const { router } = await open('/programmes?text=特色产业基地')
  fireEvent.click(await screen.findByRole('link', { name: /特色产业基地/ }))
  await screen.findByRole('button', { name: '开始申报' })
  await router.navigate(-1)
  const find = await screen.findByRole('textbox', { name: /^按名称/ })
  expect((find as HTMLInputElement).value).toBe('特色产业基地')
})

test('the tracks of a programme unfold, each with its own match and address', async () => {
  const { programmes } = await open('/programmes?text=中小企业公共服务')
  const row = programmes.find(({ id }) => id === 'js-sme-service-platform')
  const line = (await screen.findByRole('link', { name: row?.title ?? '' })).closest('tr')
  const unfold = within(line as HTMLElement).getByRole('button', { name: '3 个类别' })
  expect(unfold.getAttribute('aria-expanded')).toBe('false')
  fireEvent.click(unfold)
  const track = await screen.findByRole('link', { name: row?.tracks[0]?.title ?? '' })
  expect(track.getAttribute('href')).toContain(`?track=${row?.tracks[0]?.id}`)
  fireEvent.click(track)
  const tabs = await screen.findByRole('tablist', { name: '类别（方向）' })
  const tab = within(tabs).getByRole('tab', { selected: true })
  expect(tab.textContent).toContain(row?.tracks[0]?.title)
})

test('a search names the policies that speak of it too, and leads to them', async () => {
  const { desk } = await open('/programmes?text=工业')
  const policies = await desk.wire.ask('policy.list', {})
  const [policy] = policies.filter(({ title }) => title.includes('工业'))
  fireEvent.click(await screen.findByRole('button', { name: /^政策文件中另有 \d+ 份相关$/ }))
  const entry = await screen.findByRole('article', { name: policy?.title ?? '' })
  expect(within(entry).getByText(policy?.publisher ?? '')).toBeTruthy()
  expect(within(entry).queryAllByRole('link')).toEqual([])
})

test('the year shows each month’s windows by role, exact days told from usual months', async () => {
  await open('/programmes?view=year')
  const cell = await screen.findByRole('button', { name: /^2月，企业（申报单位）：/ })
  const [, exact, usual] = /日期 (\d+) 项，通常月份 (\d+) 项/.exec(cell.title) ?? []
  expect(Number(exact)).toBeGreaterThan(0)
  expect(Number(usual)).toBeGreaterThan(0)
  fireEvent.click(cell)
  const panel = await screen.findByRole('region', { name: '2月 · 企业（申报单位）' })
  expect(within(panel).getAllByRole('link')).toHaveLength(Number(exact) + Number(usual))
  expect(within(panel).getAllByText('确切日期')).toHaveLength(Number(exact))
  expect(within(panel).getAllByText('通常月份')).toHaveLength(Number(usual))
})

test('a confirmed certificate opens the next rung of its ladder', async () => {
  await open('/programmes?view=ladders', async ({ wire, grant }) => {
    const path = file(tempFolder(), '证书.txt', '市级绿色工厂')
    const { results } = await wire.ask('material.import', {
      files: [grant(path)],
      kind: 'certificate',
    })
    const sha256 = results[0]?.sha256 ?? ''
    const facts = { title: '市级绿色工厂', issuedOn: '2022-06-01' }
    await wire.ask('material.describe', { sha256, kind: 'certificate', facts })
  })
  const here = await screen.findByRole('region', { name: '从现状出发' })
  await within(here).findByText('已登记的称号：市级绿色工厂。')
  expect(within(here).getByRole('link', { name: '江苏省绿色工厂' })).toBeTruthy()
  const rung = screen.getByRole('heading', { name: '市级绿色工厂' }).closest('li')
  expect(within(rung as HTMLElement).getByText('已取得（2022年6月1日）')).toBeTruthy()
  const next = screen.getByRole('heading', { name: '江苏省绿色工厂' }).closest('li')
  expect(within(next as HTMLElement).getByText('已具备前置称号，可以申报')).toBeTruthy()
})
