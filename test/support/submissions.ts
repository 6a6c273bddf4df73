/** Bundles of several invented enterprises, as they would come to a bureau on a stick. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { composeBundle } from '../../electron/engine/bundle/compose.ts'
import { writeBundle } from '../../electron/engine/bundle/write.ts'
import { identityFor } from '../../electron/engine/identity/identities.ts'
import type { Material } from '../../shared/model/material.ts'
import { exampleInput, type Papers } from '../bundles/example.ts'
import { quietJob } from './quiet-job.ts'

export type Submission = {
  readonly enterprise: string
  readonly creditCode: string
  /** Id of the application in the enterprise's own vault. */
  readonly application?: string
  readonly revision?: number
  readonly at?: Date
  readonly papers?: Papers
  /** Changes what is recorded of a paper. */
  readonly material?: (material: Material) => Material
  readonly answers?: Readonly<Record<string, string>>
  readonly previous?: { readonly bundleId: string; readonly tagManifestSha256: string }
  /** Says of itself that it is invented, as it is by default. */
  readonly sample?: boolean
  /** Name in the certificate, where it is not the enterprise's. */
  readonly certificate?: string
  /** Folder that holds the enterprise's keys; a fresh one by default. */
  readonly keys?: string
  readonly programme?: { readonly id: string; readonly title: string; readonly edition?: string }
}

export const one: Submission = {
  enterprise: '江苏示例智能制造有限公司',
  creditCode: '91320506MA1EXAMP17',
}

let made = 0

/** Writes a bundle into `folder` and says what its receipt would say. */
export async function submit(folder: string, told: Submission = one) {
  made += 1
  const input = exampleInput(told.papers)
  const at = told.at ?? new Date('2023-05-06T07:08:09.000Z')
  const { enterprise: name, creditCode, sample = true, material = (each) => each } = told
  const holder = told.certificate
    ? { name: told.certificate, creditCode: '' }
    : { name, creditCode }
  const { programme } = told
  const previous = told.previous
    ? { ...told.previous, revision: (told.revision ?? 7) - 1, at: at.toISOString() }
    : null
  const spec = composeBundle({
    ...input,
    at,
    previous,
    view: {
      ...input.view,
      ...(programme && {
        programme: programme.id,
        title: programme.title,
        edition: programme.edition ?? input.view.edition,
      }),
      id: told.application ?? `application-${made}`,
      revision: told.revision ?? 7,
      answers: { ...input.view.answers, ...told.answers },
      slots: input.view.slots.map((slot) => ({ ...slot, materials: slot.materials.map(material) })),
    },
    enterprise: { ...input.enterprise, sample, facts: { name, creditCode } },
    signer: identityFor({ dir: told.keys ?? input.dir }, { ...holder, at }),
  })
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${spec.root}.zip`)
  await writeBundle(spec, path, quietJob)
  return { path, spec, dir: input.dir, ...spec }
}
