/** One invoice, whatever the file: it is claimed once, refused elsewhere, released with a reason. */
import { toBuffer } from 'qrcode'
import { expect, test } from 'vitest'
import type { TestEngine } from '../../support/house.ts'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'
import { ofdOf } from '../../support/ofd.ts'

const clock = () => new Date('2024-03-01T02:00:00Z')
const factory = { id: 'js-iiot-benchmark-factory', edition: '2023' }
const number = '25322000000012345678'
const slot = 'invoices'

const xml = `<?xml version="1.0" encoding="UTF-8"?><EInvoice><Header><EIid>${number}</EIid></Header>
<EInvoiceData><SellerInformation><SellerName>示例软件有限公司</SellerName></SellerInformation>
<BuyerInformation><BuyerName>示例制造有限公司</BuyerName></BuyerInformation>
<BasicInformation><TotalTax-includedAmount>1130.00</TotalTax-includedAmount>
<RequestTime>2025-03-09 10:11:12</RequestTime></BasicInformation></EInvoiceData>
<TaxSupervisionInfo><InvoiceNumber>${number}</InvoiceNumber><IssueTime>2025-03-09 10:11:12</IssueTime>
</TaxSupervisionInfo></EInvoice>`

const ofd = () =>
  ofdOf({
    printed: [
      ['电子发票（普通发票）', 60, 10],
      [`发票号码：${number}`, 150, 10],
      ['开票日期：2025年03月09日', 150, 16],
    ],
  })

async function bringIn({ call, handle }: TestEngine) {
  const dir = tempFolder()
  const files = [
    file(dir, '发票.ofd', ofd()),
    file(dir, '发票.xml', xml),
    file(dir, 'IMG_0001.png', await toBuffer(`01,32,,${number},1130.00,20250309,,A1B2`)),
    file(dir, '扫描件.pdf', '%PDF-1.4 scan'),
  ].map((path) => handle(path))
  const { results } = await call('material.import', { files })
  const hashes = results.map(({ sha256 = '' }) => sha256)
  await call('material.describe', {
    sha256: hashes[3] ?? '',
    kind: 'invoice',
    facts: { number: `${number.slice(0, 10)} ${number.slice(10)}` },
  })
  return hashes as [string, string, string, string]
}

test('OFD, XML, photo and scan of one invoice are one invoice', async () => {
  const engine = engineWithVault(clock)
  const hashes = await bringIn(engine)
  for (const sha256 of hashes) {
    const { invoice } = await engine.call('material.open', { sha256 })
    expect(invoice?.invoice).toBe(`-${number}`)
    const others = hashes.filter((each) => each !== sha256)
    expect(invoice?.copies.map((copy) => copy.sha256).toSorted()).toEqual(others.toSorted())
  }
})

test('a different file with the same name is another invoice', async () => {
  const { call, handle } = engineWithVault(clock)
  const names = await Promise.all(
    ['1', '2'].map(async (n) => {
      const code = await toBuffer(`01,32,,2532200000001234567${n},1130.00,20250309,,A1B2`)
      return handle(file(tempFolder(), '发票.png', code))
    }),
  )
  const { results } = await call('material.import', { files: names })
  const views = await Promise.all(
    results.map(({ sha256 = '' }) => call('material.open', { sha256 })),
  )
  expect(views.map(({ invoice }) => invoice?.copies)).toEqual([[], []])
  const { id } = await call('application.create', factory)
  const other = await call('application.create', factory)
  const [one = '', two = ''] = results.map(({ sha256 = '' }) => sha256)
  await call('application.attach', { id, slot, materials: [one] })
  const view = await call('application.attach', { id: other.id, slot, materials: [two] })
  expect(view.findings.map(({ code }) => code)).not.toContain('invoice.usedElsewhere')
})

test('whatever file comes second, it is refused with the place of first use; a free one beside it waits', async () => {
  const engine = engineWithVault(clock)
  const { call, handle } = engine
  const [held, ...copies] = await bringIn(engine)
  const first = await call('application.create', factory)
  const second = await call('application.create', factory)
  const attached = await call('application.attach', { id: first.id, slot, materials: [held] })
  const slotTitle = attached.pack.slots.find(({ id }) => id === slot)?.title
  for (const copy of copies) {
    const attempt = call('application.attach', { id: second.id, slot, materials: [copy] })
    await expect(attempt).rejects.toMatchObject({
      fault: {
        code: 'invoice.claimed',
        data: { invoice: number, title: first.title, edition: '2023', slot: slotTitle, count: 1 },
      },
    })
  }
  // It is offered to the other last, and with the reason.
  const { suggestions } = await call('application.suggest', { id: second.id, slot })
  expect(suggestions.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual(
    Array.from({ length: 4 }, () => expect.arrayContaining(['claimed'])),
  )
  // A dropped file is refused like one of the archive, and stays there.
  const dropped = file(
    tempFolder(),
    '再次拍照.png',
    await toBuffer(`01,32,,${number},1130.00,20250309,,FFFF`),
  )
  const drop = call('application.attach', { id: second.id, slot, files: [handle(dropped)] })
  await expect(drop).rejects.toMatchObject({ fault: { code: 'invoice.claimed' } })
  expect((await call('material.list', { text: '再次拍照' })).total).toBe(1)
  const { slots } = await call('application.open', { id: second.id })
  expect(slots.find(({ id }) => id === slot)?.materials).toEqual([])
  // In its own application another file of it may stand; the check names the repetition.
  const own = await call('application.attach', { id: first.id, slot, materials: [copies[0] ?? ''] })
  expect(own.findings.map(({ code }) => code)).toContain('invoice.repeated')
})

test('a claim is released with reason, name and day, which the check prints; and taken back', async () => {
  const engine = engineWithVault(clock)
  const { call, house } = engine
  const [held, copy] = await bringIn(engine)
  const first = await call('application.create', factory)
  const second = await call('application.create', factory)
  await call('application.attach', { id: first.id, slot, materials: [held] })
  const release = { application: first.id, reason: '首次申报未获批准', name: '林示文' }
  await expect(
    call('material.release', { sha256: copy, ...release, name: '' }),
  ).rejects.toMatchObject({ fault: { code: 'input.invalid' } })
  await expect(
    call('material.release', { sha256: copy, ...release, application: second.id }),
  ).rejects.toMatchObject({ fault: { code: 'invoice.unclaimed' } })
  const view = await call('material.release', { sha256: copy, ...release })
  expect(view.invoice?.claims).toMatchObject([
    {
      application: first.id,
      sha256: held,
      release: { reason: '首次申报未获批准', name: '林示文', day: '2024-03-01' },
    },
  ])
  const attached = await call('application.attach', { id: second.id, slot, materials: [copy] })
  expect(attached.findings).toContainEqual(
    expect.objectContaining({
      code: 'invoice.released',
      severity: 'warning',
      data: expect.objectContaining({ reason: '首次申报未获批准', name: '林示文' }),
    }),
  )
  // The first has let go: now it is the one that stands in the wrong.
  const before = await call('application.open', { id: first.id })
  expect(before.findings.map(({ code }) => code)).toContain('invoice.usedElsewhere')
  await call('material.release', { sha256: copy, application: first.id, reason: '' })
  const after = await call('application.open', { id: second.id })
  expect(after.findings.map(({ code }) => code)).toContain('invoice.usedElsewhere')
  const actions = house.db.prepare("SELECT action FROM log WHERE action LIKE 'invoice.%'").pluck()
  expect(actions.all()).toEqual(['invoice.release', 'invoice.reclaim'])
  expect((await call('vault.fsck', {})).damages).toEqual([])
})
