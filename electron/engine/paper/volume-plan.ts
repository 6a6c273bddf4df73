/** What goes into a volume, in order. Pure: an application's view and the places in its bundle. */
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { Material } from '../../../shared/model/material.ts'
import { materialKinds } from '../../../shared/registry/registry.ts'
import paper from '../../../shared/text/zh-CN/paper.json' with { type: 'json' }
import { layPayload } from '../bundle/payload.ts'
import { wordsIn } from '../bundle/words.ts'

export type PlannedPaper = {
  readonly material: Material
  /** Where its file lies in the bundle. */
  readonly path: string
  /** A copy of a licence or an identity paper. */
  readonly marked: boolean
}

export type PlannedPart = {
  /** Id of the slot. */
  readonly slot: string
  /** The number that the part has in the bundle. */
  readonly number: number
  readonly title: string
  readonly papers: readonly PlannedPaper[]
  /** The slot asks for the form itself, which stands at the front. */
  readonly form: boolean
}

const markedKinds = new Set(materialKinds.filter(({ copyMark }) => copyMark).map(({ id }) => id))

/** Parts that hold something. `hasForm`: the volume begins with the 申报书. */
export function planVolume(view: ApplicationView, hasForm: boolean): readonly PlannedPart[] {
  const { slots } = layPayload(view, hasForm ? new Uint8Array() : null, wordsIn('zh-CN'))
  return slots
    .filter(({ waived, idle, placed }) => waived === null && !idle && placed.length > 0)
    .map(({ slot, number, placed }) => ({
      slot: slot.id,
      number,
      title: slot.title,
      form: slot.form && hasForm,
      papers: placed.map(({ material, path }) => ({
        material,
        path,
        marked: markedKinds.has(material.kind),
      })),
    }))
}

const formats: readonly (readonly [RegExp, keyof typeof paper])[] = [
  [/ofd$/, 'format.ofd'],
  [/officedocument|ole-storage/, 'format.office'],
  [/xml$/, 'format.xml'],
  [/^text\//, 'format.text'],
  [/zip$/, 'format.zip'],
  [/^image\//, 'format.image'],
]

/** What people call a file of this kind. */
export function formatName(media: string): string {
  const [, key] = formats.find(([sign]) => sign.test(media)) ?? []
  return key
    ? paper[key].replace('{{media}}', media.replace(/^image\//, '').toUpperCase())
    : paper['format.other']
}
