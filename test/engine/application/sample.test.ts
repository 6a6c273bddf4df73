import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openVault } from '../../../electron/engine/open.ts'
import { fsck } from '../../../electron/engine/vault/fsck.ts'
import { engineWithVault, file, keep, surroundings, tempFolder } from '../../support/house.ts'
import { quietJob } from '../../support/quiet-job.ts'

test('the example fills an empty vault, is marked as such, and is taken out whole', async () => {
  const { call, handle, house, close } = engineWithVault()
  const loaded = await call('sample.load', {})
  expect(loaded.open?.sample).toBe(true)
  expect((await call('enterprise.open', {})).facts.name).toContain('示例')
  expect((await call('application.list', {})).map(({ programme }) => programme)).toHaveLength(2)
  const own = file(tempFolder(), '自己的合同.pdf', '自己')
  await call('material.import', { files: [handle(own)] })

  const removed = await call('sample.remove', {})
  expect(removed.open).toMatchObject({ sample: false, materials: 1 })
  expect(await call('application.list', {})).toEqual([])
  expect((await call('enterprise.open', {})).facts).toEqual({})
  expect((await fsck(house.dir, house.db, quietJob)).damages).toEqual([])
  close()
  keep(openVault(house.dir, surroundings()))
  const left = readdirSync(`${house.dir}/blobs`).flatMap((dir) =>
    readdirSync(`${house.dir}/blobs/${dir}`),
  )
  expect(left).toHaveLength(1)
})

test('the example never mixes with an enterprise’s own data', async () => {
  const { call } = engineWithVault()
  await call('enterprise.fill', { base: 0, facts: { name: '真实企业' } })
  await expect(call('sample.load', {})).rejects.toMatchObject({
    fault: { code: 'sample.notEmpty' },
  })
  expect((await call('enterprise.open', {})).facts).toEqual({ name: '真实企业' })
  expect((await call('material.list', {})).total).toBe(0)
})

test('each programme is matched against the enterprise, with its binding conditions counted', async () => {
  const { call } = engineWithVault()
  const { programmes, unusable } = await call('programme.list', {})
  expect(unusable).toEqual([])
  const base = programmes.find(({ id }) => id === 'js-internet-plus-base')
  expect(base?.match.bindingTotal).toBe(11)
  const view = await call('programme.open', { id: 'js-internet-plus-base', edition: '2022' })
  expect(view.verdicts).toHaveLength(21)
})
