/** An application whose linked contract names an affiliated party: the 关联交易说明 is asked for. */
import type { Input, Name, Output } from '../../shared/contract.ts'
import { file, tempFolder } from './house.ts'

export const fund = { id: 'js-industry-transformation-fund', edition: '2024', track: 'digital' }

type Ways = {
  readonly call: <N extends Name>(name: N, input: Input<N>) => Promise<Output<N>>
  readonly handle: (path: string) => string
}

export async function affiliatedApplication({ call, handle }: Ways) {
  const name = '江苏云樾智造有限公司'
  const affiliates = '云樾控股（集团）有限公司\n云樾物流有限公司'
  await call('enterprise.fill', { base: 0, facts: { name, affiliates }, indicators: [] })
  const { id, pack } = await call('application.create', fund)
  const [statement] = pack.statements
  const other = pack.slots.find((slot) => slot.id !== statement?.slot)
  const dir = tempFolder()
  const { slots } = await call('application.attach', {
    id,
    slot: other?.id ?? '',
    files: [handle(file(dir, '设备采购合同.pdf', '%PDF-1.4 contract'))],
    materials: [],
  })
  const paper = slots.flatMap(({ materials }) => materials)[0]
  await call('material.describe', {
    sha256: paper?.sha256 ?? '',
    kind: 'contract',
    facts: { partyA: name, partyB: '云樾控股(集团)有限公司' },
  })
  return { id, dir, contract: paper?.sha256 ?? '', slot: statement?.slot ?? '' }
}
