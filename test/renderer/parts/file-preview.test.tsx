// @vitest-environment jsdom

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { FilePreview } from '../../../renderer/parts/file-preview.tsx'
import { drawnOfd, layer } from '../../support/drawn-ofd.ts'
import { tempFolder } from '../../support/house.ts'
import { openDeskWithVault, show } from '../../support/page.tsx'

async function preview(name: string, bytes: Uint8Array) {
  const desk = await openDeskWithVault()
  const path = join(tempFolder(), name)
  writeFileSync(path, bytes)
  const { results } = await desk.wire.ask('material.import', { files: [desk.grant(path)] })
  const sha256 = results[0]?.sha256 ?? ''
  const { material } = await desk.wire.ask('material.open', { sha256 })
  return { desk, ...show(desk, <FilePreview {...material} />) }
}

test('an OFD is drawn character by character; what is left out and what a seal is worth is said', async () => {
  const content = layer(
    '<ofd:TextObject Boundary="5 5 50 9" Size="4" Font="1"><ofd:TextCode X="1" Y="4" DeltaX="g 2 5">𠮷发票</ofd:TextCode></ofd:TextObject>' +
      '<ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>M 0 0 L 9 9</ofd:AbbreviatedData></ofd:PathObject>' +
      '<ofd:VideoObject Boundary="0 0 9 9"/>',
  )
  const { container } = await preview('发票.ofd', drawnOfd({ content, pages: 2 }))
  const letters = await screen.findByText('𠮷发票')
  // One place for each half of a character beyond the basic plane.
  expect(letters.getAttribute('x')).toBe('1 1 6 11')
  expect(container.querySelector('path[d="M0 0L9 9"]')).not.toBeNull()
  expect(screen.getByText(/有 1 个对象未能完整绘制/)).toBeTruthy()
  expect(screen.getByText('第 1 / 2 页')).toBeTruthy()
  expect(screen.getByRole('button', { name: '放大' })).toHaveProperty('disabled', false)
})

test('a file that nothing can show is named as such, one that is broken with its reason', async () => {
  await preview('图纸.dwg', new TextEncoder().encode('AC1032'))
  expect(await screen.findByText('此类文件不能在程序内预览')).toBeTruthy()
})

test('a broken OFD says why', async () => {
  await preview('坏.ofd', new TextEncoder().encode('PK\u0003\u0004 nothing more'))
  expect(await screen.findByText(/文件结构损坏/)).toBeTruthy()
})
