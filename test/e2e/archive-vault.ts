/** A vault with a full archive, some real files on top of it, and an application in progress. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toBuffer } from 'qrcode'
import { randomHex } from '../../electron/engine/crypto.ts'
import { closeHouse, createHouse, type Desk } from '../../electron/engine/desk.ts'
import { loadPolicies } from '../../electron/engine/programme/policies.ts'
import { loadShelf } from '../../electron/engine/programme/shelf.ts'
import { serve } from '../../electron/engine/serve.ts'
import type { Input, Name, Output } from '../../shared/contract.ts'
import { fillArchive } from '../support/many-materials.ts'
import { ofdOf } from '../support/ofd.ts'
import { quietJob } from '../support/quiet-job.ts'

const root = join(import.meta.dirname, '../../')
const samples = join(root, 'assets/sample/files')

function deskIn(folder: string): Desk {
  return {
    house: null,
    review: null,
    grants: new Map(),
    config: join(folder, 'config'),
    around: {
      packs: loadShelf(join(root, 'assets', 'programmes')),
      policies: loadPolicies(join(root, 'assets', 'policies')),
      assets: join(root, 'out', 'assets'),
      version: '0.1.0',
      program: 'test',
      clock: () => new Date('2024-03-01T02:00:00Z'),
    },
  }
}

const number = '25322000000012345678'

/** One invoice as OFD and as a photo, beside the papers of the example. */
async function ownFiles(folder: string): Promise<string[]> {
  const ofd = join(folder, '云平台服务发票.ofd')
  const photo = join(folder, 'IMG_20240228_发票照片.png')
  writeFileSync(
    ofd,
    ofdOf({
      printed: [
        ['电子发票（普通发票）', 60, 10],
        [`发票号码：${number}`, 130, 20],
        ['开票日期：2025年03月09日', 130, 28],
      ],
    }),
  )
  writeFileSync(photo, await toBuffer(`01,32,,${number},1130.00,20250309,,A1B2`, { width: 480 }))
  return [ofd, photo]
}

/** Makes the vault in `folder`/vault and closes it again. */
export async function fillVault(folder: string, count: number): Promise<void> {
  const desk = deskIn(folder)
  createHouse(desk, join(folder, 'vault'), '江苏云樾精密制造有限公司（示例）')
  const { house } = desk
  if (!house) throw new Error('a house was made')
  fillArchive(house, count)
  const call = async <N extends Name>(name: N, input: Input<N>): Promise<Output<N>> => {
    const outcome = await serve(desk, name, input, quietJob)
    if ('fault' in outcome) throw new Error(`${name} ${JSON.stringify(outcome.fault)}`)
    return outcome.value as never
  }
  const grant = (path: string) => {
    const handle = randomHex(16)
    desk.grants.set(handle, path)
    return handle
  }
  const names = ['contract-1.pdf', 'invoice-1.pdf', 'payment-1.pdf', 'certificate-2022.pdf']
  const paths = [...names.map((name) => join(samples, name)), ...(await ownFiles(folder))]
  const { results } = await call('material.import', { files: paths.map(grant) })
  // A busy machine may not have read them in time.
  for (const { sha256 = '' } of results) {
    for (let n = 0; n < 9; n += 1) {
      const { reading } = await call('material.open', { sha256 })
      if (reading?.trouble?.code !== 'time') break
      await call('material.facts', { sha256 })
    }
  }
  const [contract = '', invoice = '', payment = ''] = results.map(({ sha256 = '' }) => sha256)
  await call('material.describe', { sha256: contract, kind: 'contract', name: '设备采购合同.pdf' })
  await call('material.describe', { sha256: invoice, name: '设备采购发票.pdf' })
  await call('material.describe', { sha256: payment, kind: 'payment', name: '付款回单.pdf' })
  await call('triple.join', { sha256: invoice, other: contract })
  for (const id of ['js-iiot-benchmark-factory', 'js-internet-plus-base']) {
    const edition = id.endsWith('base') ? '2022' : '2023'
    await call('application.create', { id, edition })
  }
  closeHouse(desk)
}
