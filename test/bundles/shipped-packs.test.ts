/** Every shipped programme leaves as a bundle that strangers accept, with a paper in every slot. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeBundle } from '../../electron/engine/bundle/compose.ts'
import { writeBundle } from '../../electron/engine/bundle/write.ts'
import { loadShelf } from '../../electron/engine/programme/shelf.ts'
import { slotsOf } from '../../shared/programme/track.ts'
import { inventedAnswers } from '../fixtures/form-answers.ts'
import { quietJob } from '../support/quiet-job.ts'
import { exampleInput } from './example.ts'

const { packs } = loadShelf('assets/programmes')
/** Each programme as a whole, and with the last of its tracks. */
const cases = packs.flatMap(({ pack }) =>
  [null, ...pack.tracks.slice(-1).map(({ id }) => id)].map(
    (track) => [`${pack.id} ${pack.edition} ${track ?? ''}`, pack, track] as const,
  ),
)

test.each(cases)('%s', async (_, pack, track) => {
  const input = exampleInput([['proof', '材料.pdf', Buffer.from('%PDF-1.7')]])
  const [paper] = input.view.slots.flatMap(({ materials }) => materials)
  if (!paper) throw new Error('the example has a paper')
  const slots = slotsOf(pack, track).map((slot, i) => ({
    id: slot.id,
    applies: 'yes' as const,
    materials: i % 3 === 2 ? [] : [{ ...paper, name: `${slot.title}.pdf` }],
    waived: null,
    available: 0,
    when: null,
  }))
  const { id, edition, title, short, form } = pack
  const answers = form ? inventedAnswers(form, 2) : {}
  const view = { ...input.view, pack, track, slots, answers, programme: id, edition, title, short }
  const spec = composeBundle({ ...input, view, formPdf: form ? input.formPdf : null })
  const to = join(input.dir, 'shipped.zip')
  const { report } = await writeBundle(spec, to, quietJob)
  expect(report.about).toMatchObject({ programme: id, edition, track, title })
  expect(spec.root.length).toBeLessThanOrEqual(40)

  const folder = mkdtempSync(join(tmpdir(), 'shipped-'))
  execFileSync('unzip', ['-q', to, '-d', folder])
  const cwd = join(folder, spec.root)
  const note = readFileSync(join(cwd, '验证说明.txt'), 'utf8')
  for (const command of note.match(/^ {4}(sha256sum|openssl) .*$/gm) ?? []) {
    execFileSync('bash', ['-c', command], { cwd, stdio: 'pipe' })
  }
  expect(readFileSync(join(cwd, 'verified.txt'))).toEqual(
    readFileSync(join(cwd, 'tagmanifest-sha256.txt')),
  )
  const kit = readFileSync(join(cwd, 'index.html'), 'utf8')
  expect(kit).not.toMatch(/\{\{|undefined|\[object/)
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  for (const slot of slotsOf(pack, track)) expect(kit).toContain(escaped(slot.title))
  for (const field of form?.fields ?? []) expect(kit).toContain(escaped(field.label))
  rmSync(folder, { recursive: true })
  rmSync(input.dir, { recursive: true })
})
