import { expect, test } from 'vitest'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'

const base = { id: 'js-internet-plus-base', edition: '2022' }
const factory = { id: 'js-iiot-benchmark-factory', edition: '2023' }

test('an application starts with what the profile knows, and keeps the pack it was begun with', async () => {
  const { call, house } = engineWithVault()
  await call('enterprise.fill', {
    base: 0,
    facts: { name: '示例产业园' },
    indicators: [{ code: 'area-output', year: 2021, value: '812.5' }],
  })
  const view = await call('application.create', base)
  expect(view).toMatchObject({ state: 'draft', revision: 1, programme: base.id })
  expect(view.answers).toMatchObject({ applicant: '示例产业园', 'area-output': '812.5' })
  const [row] = await call('application.list', {})
  expect(row).toMatchObject({ id: view.id, blocking: view.blocking })
  const shipped = house.packs.packs.find(({ pack }) => pack.id === base.id)
  expect(view.packHash).toBe(shipped?.hash)
  // The vault's own copy is what is read: another pack on the shelf changes nothing.
  const emptied = { ...house, packs: { packs: [], unusable: [] } }
  const { openApplication } = await import('../../../electron/engine/application/view.ts')
  expect(openApplication(emptied, { id: view.id }).pack).toEqual(view.pack)
})

test('an unknown programme is named', async () => {
  const { call } = engineWithVault()
  await expect(call('application.create', { ...base, edition: '1999' })).rejects.toMatchObject({
    fault: { code: 'programme.unknown' },
  })
  await expect(call('application.create', { ...base, track: 'x' })).rejects.toMatchObject({
    fault: { code: 'programme.noTrack' },
  })
})

test('answers are kept as typed, and each change comes back as the fresh view', async () => {
  const { call } = engineWithVault()
  const { id } = await call('application.create', base)
  const rows = [{ 'star-name': '甲', level: 'x' }]
  const first = await call('application.fill', {
    id,
    base: 1,
    answers: { 'area-output': '约800', level: ['national', 'other'], 'level.other': '省级试点' },
  })
  expect(first.revision).toBe(2)
  const { answers, pack } = await call('application.open', { id })
  expect(answers['area-output']).toBe('约800')
  expect(first.findings).toContainEqual(
    expect.objectContaining({ code: 'field.number', place: { step: 'form', ref: 'area-output' } }),
  )
  const table = pack.form?.fields.find((field) => field.id === 'honours')
  expect(table?.type).toBe('table')
  await expect(
    call('application.fill', { id, base: 2, answers: { honours: rows } }),
  ).rejects.toMatchObject({ fault: { code: 'application.value' } })
  await call('application.fill', { id, base: 2, answers: { 'area-output': '' } })
  const cleared = await call('application.open', { id })
  expect(cleared.answers).not.toHaveProperty('area-output')
})

test('unknown fields and answers of the wrong shape are refused, and change nothing', async () => {
  const { call } = engineWithVault()
  const { id } = await call('application.create', base)
  const fill = (answers: Record<string, string | string[]>) =>
    call('application.fill', { id, base: 1, answers })
  await expect(fill({ 没有: '1' })).rejects.toMatchObject({ fault: { code: 'application.field' } })
  await expect(fill({ applicant: ['a'] })).rejects.toMatchObject({
    fault: { code: 'application.value' },
  })
  await expect(fill({ level: 'national' })).rejects.toMatchObject({
    fault: { code: 'application.value' },
  })
  expect((await call('application.open', { id })).revision).toBe(1)
})

test('an edit overtaken by another is refused politely; edits of other fields pass', async () => {
  const { call } = engineWithVault()
  const { id } = await call('application.create', base)
  await call('application.fill', { id, base: 1, answers: { applicant: '甲园区' } })
  const other = await call('application.fill', {
    id,
    base: 1,
    answers: { recommender: '市工信局' },
  })
  // What the other window changed comes back with it.
  expect(other.others).toEqual({ applicant: '甲园区' })
  expect((await call('application.open', { id })).answers).toMatchObject({
    applicant: '甲园区',
    recommender: '市工信局',
  })
  await expect(
    call('application.fill', { id, base: 1, answers: { applicant: '乙园区' } }),
  ).rejects.toMatchObject({ fault: { code: 'application.stale' } })
})

test('a programme whose notice has no form says so', async () => {
  const { call } = engineWithVault()
  const { id } = await call('application.create', factory)
  await expect(call('application.fill', { id, base: 1, answers: {} })).rejects.toMatchObject({
    fault: { code: 'programme.noForm' },
  })
  await expect(call('application.render', { id })).rejects.toMatchObject({
    fault: { code: 'programme.noForm' },
  })
})

test('a file dropped on a slot is stored, linked and checked in one call', async () => {
  const { call, handle } = engineWithVault()
  const { id, findings } = await call('application.create', factory)
  const about = (slot: string) => ({
    place: { step: 'materials', ref: slot },
    code: 'slot.missing',
  })
  expect(findings).toContainEqual(expect.objectContaining(about('special-audit')))
  const path = file(tempFolder(), '近3年投入.pdf', '%PDF-1.4 专项')
  const view = await call('application.attach', {
    id,
    slot: 'special-audit',
    files: [handle(path)],
  })
  expect(view.findings).not.toContainEqual(expect.objectContaining(about('special-audit')))
  const slot = view.slots.find((each) => each.id === 'special-audit')
  // The slot takes one kind only, so an unconfirmed paper is taken to be that.
  expect(slot?.materials).toMatchObject([{ name: '近3年投入.pdf', kind: 'special-audit' }])
})

test('a paper that stands in a place already keeps its kind when it is let go on another', async () => {
  const { call, handle } = engineWithVault()
  const { id } = await call('application.create', factory)
  const path = file(tempFolder(), '扫描件0001.pdf', '%PDF-1.4 扫描')
  const drop = (slot: string) => call('application.attach', { id, slot, files: [handle(path)] })
  await drop('invoices')
  const { slots, findings } = await drop('special-audit')
  const kinds = slots.flatMap(({ materials }) => materials.map(({ kind }) => kind))
  expect(kinds).toEqual(['invoice', 'invoice'])
  expect(findings.filter(({ code }) => code === 'slot.kind')).toMatchObject([
    { place: { ref: 'special-audit' }, severity: 'blocking' },
  ])
})

test('a file that cannot be opened, and a program, are told where they were let go', async () => {
  const { call, handle } = engineWithVault()
  const { id } = await call('application.create', factory)
  const dir = tempFolder()
  const files = [
    ['贯标公示.pdf', '%PDF-1.4\nbroken'],
    ['贯标说明.txt', '已通过贯标'],
    ['安装.exe', 'MZ\0\0'],
  ].map(([name = '', text = '']) => handle(file(dir, name, text)))
  const view = await call('application.attach', { id, slot: 'certificate-evidence', files })
  const told = view.findings
    .filter(({ code }) => ['slot.broken', 'slot.locked', 'slot.program'].includes(code))
    .map(({ code, data }) => `${code} ${data.paper}`)
  expect(told).toEqual(['slot.broken 贯标公示.pdf', 'slot.program 安装.exe'])
})

test('a paper put where 不适用 was said takes that back', async () => {
  const { call, handle } = engineWithVault()
  const { id } = await call('application.create', factory)
  await call('application.waive', { id, slot: 'form-scan', reason: '系统直接填写' })
  const path = file(tempFolder(), '申报书.pdf', '%PDF-1.4 申报书')
  const view = await call('application.attach', { id, slot: 'form-scan', files: [handle(path)] })
  const slot = view.slots.find((each) => each.id === 'form-scan')
  expect(slot).toMatchObject({ waived: null, materials: [{ name: '申报书.pdf' }] })
})

test('a paper in use cannot be discarded; taken out of its slot, it can', async () => {
  const { call, handle } = engineWithVault()
  const { id } = await call('application.create', factory)
  const path = file(tempFolder(), '营业执照.pdf', '%PDF-1.4 照')
  const view = await call('application.attach', { id, slot: 'licence', files: [handle(path)] })
  const sha256 = view.slots.find((each) => each.id === 'licence')?.materials[0]?.sha256 ?? ''
  const { uses } = await call('material.open', { sha256 })
  expect(uses).toMatchObject([{ application: id, slot: 'licence', slotTitle: '营业执照' }])
  await expect(call('material.discard', { sha256 })).rejects.toMatchObject({
    fault: { code: 'material.inUse' },
  })
  await call('application.detach', { id, slot: 'licence', sha256 })
  await expect(call('application.detach', { id, slot: 'licence', sha256 })).rejects.toMatchObject({
    fault: { code: 'application.link' },
  })
  await call('material.discard', { sha256 })
  await expect(
    call('application.attach', { id, slot: 'licence', materials: [sha256] }),
  ).rejects.toMatchObject({ fault: { code: 'material.deleted' } })
})

test('materials of the archive that fit a slot are offered, newest first, and not twice', async () => {
  const { call, handle } = engineWithVault()
  const dir = tempFolder()
  const files = ['发票甲.pdf', '发票乙.pdf', '合同.pdf'].map((name) =>
    handle(file(dir, name, name)),
  )
  await call('material.import', { files })
  const { id, slots } = await call('application.create', factory)
  const offered = async () => {
    const { suggestions } = await call('application.suggest', { id, slot: 'invoices' })
    return suggestions.map(({ material }) => material)
  }
  const available = (all: typeof slots) => all.find((each) => each.id === 'invoices')?.available
  expect((await offered()).map(({ name }) => name)).toEqual(['发票乙.pdf', '发票甲.pdf'])
  expect(available(slots)).toBe(2)
  const sha256 = (await offered())[0]?.sha256 ?? ''
  const view = await call('application.attach', {
    id,
    slot: 'invoices',
    materials: [sha256, sha256],
  })
  expect((await offered()).map(({ name }) => name)).toEqual(['发票甲.pdf'])
  expect(available(view.slots)).toBe(1)
})

test('what fits a slot can be searched, by initials too; papers of other kinds stay out', async () => {
  const { call, handle } = engineWithVault()
  const dir = tempFolder()
  const names = ['发票 云平台.pdf', '发票 设备.pdf', '合同 云平台.pdf']
  await call('material.import', { files: names.map((name) => handle(file(dir, name, name))) })
  const { id } = await call('application.create', factory)
  const offered = async (text: string) => {
    const { suggestions, total } = await call('application.suggest', { id, slot: 'invoices', text })
    expect(total).toBe(suggestions.length)
    return suggestions.map(({ material }) => material.name)
  }
  expect(await offered(' 云平台 ')).toEqual(['发票 云平台.pdf'])
  expect(await offered('sb')).toEqual(['发票 设备.pdf'])
  expect(await offered('没有这样的')).toEqual([])
})

test('an invoice claimed by one application is refused by the other, whatever the file', async () => {
  const { call, handle } = engineWithVault()
  const dir = tempFolder()
  const facts = { code: '3200211130', number: '00000101' }
  const { results } = await call('material.import', {
    files: [handle(file(dir, '发票.pdf', '1')), handle(file(dir, '发票照片.pdf', '2'))],
    kind: 'invoice',
  })
  const [one = '', two = ''] = results.map(({ sha256 = '' }) => sha256)
  for (const sha256 of [one, two]) await call('material.describe', { sha256, facts })
  const first = await call('application.create', factory)
  const second = await call('application.create', factory)
  await call('application.attach', { id: first.id, slot: 'invoices', materials: [one] })
  const again = call('application.attach', { id: second.id, slot: 'invoices', materials: [two] })
  await expect(again).rejects.toMatchObject({
    fault: { code: 'invoice.claimed', data: { name: '发票照片.pdf', title: first.title } },
  })
  // Facts may come after the paper was put there: then the check blocks.
  await call('material.describe', { sha256: two, facts: { number: '00000102' } })
  await call('application.attach', { id: second.id, slot: 'invoices', materials: [two] })
  await call('material.describe', { sha256: two, facts })
  const view = await call('application.open', { id: second.id })
  expect(view.findings).toContainEqual(
    expect.objectContaining({ code: 'invoice.usedElsewhere', severity: 'blocking' }),
  )
})

test('不适用 needs a reason, and an attestation carries name, note and day', async () => {
  const clock = () => new Date('2023-02-10T02:00:00Z')
  const { call } = engineWithVault(clock)
  const { id } = await call('application.create', factory)
  const waived = await call('application.waive', { id, slot: 'licence', reason: '三证合一' })
  expect(waived.slots.find((each) => each.id === 'licence')?.waived).toBe('三证合一')
  const back = await call('application.waive', { id, slot: 'licence', reason: '' })
  expect(back.slots.find((each) => each.id === 'licence')?.waived).toBeNull()
  const attested = await call('application.attest', {
    id,
    condition: 'team',
    outcome: 'met',
    name: '王工',
    note: '团队35人',
  })
  expect(attested.attestations.team).toEqual({
    condition: 'team',
    outcome: 'met',
    name: '王工',
    note: '团队35人',
    on: '2023-02-10',
  })
  expect(attested.verdicts.find((each) => each.condition === 'team')?.outcome).toBe('met')
  const taken = await call('application.attest', { id, condition: 'team', outcome: null })
  expect(taken.attestations).toEqual({})
  await expect(
    call('application.attest', { id, condition: '没有', outcome: 'met' }),
  ).rejects.toMatchObject({ fault: { code: 'application.condition' } })
})
