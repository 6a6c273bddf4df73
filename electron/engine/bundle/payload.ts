/** Lays out the files of an application in a bag: one numbered folder a slot, in the slots' order. */
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { Material } from '../../../shared/model/material.ts'
import type { Slot } from '../../../shared/programme/pack.ts'
import { slotsOf } from '../../../shared/programme/track.ts'
import { sha256 } from '../crypto.ts'
import { fileName, folderName } from './names.ts'
import type { Words } from './words.ts'

type PlacedMaterial = {
  readonly material: Material
  readonly path: string
  /** Number of the volume that holds it; absent where there is only one. */
  readonly volume?: number
}
export type PlacedSlot = {
  readonly slot: Slot
  readonly number: number
  readonly waived: string | null
  /** True where the slot's own rule says that it does not count here. */
  readonly idle: boolean
  readonly placed: readonly PlacedMaterial[]
}
export type PlacedForm = {
  readonly path: string
  readonly sha256: string
  readonly size: number
  readonly bytes: Uint8Array
  readonly volume?: number
}
export type Payload = { readonly form: PlacedForm | null; readonly slots: readonly PlacedSlot[] }

function placeForm(pdf: Uint8Array, words: Words): PlacedForm {
  const path = `data/${folderName(1, words.say('form.folder'))}/${fileName(1, words.say('form.name'))}`
  return { path, sha256: sha256(pdf), size: pdf.length, bytes: pdf }
}

/** A slot keeps its number even while it is empty: numbers are those of the official list. */
function placeSlot(slot: Slot, number: number, view: ApplicationView): PlacedSlot {
  const content = view.slots.find(({ id }) => id === slot.id)
  const { materials = [], waived = null } = content ?? {}
  const folder = folderName(number, slot.title)
  const digits = Math.max(3, String(materials.length).length)
  const placed = materials.map((material, i) => ({
    material,
    path: `data/${folder}/${fileName(i + 1, material.name, digits)}`,
  }))
  return { slot, number, waived, idle: content?.applies === 'no', placed }
}

/** Where the form and every linked paper go. `pdf` is null where the programme has no form. */
export function layPayload(view: ApplicationView, pdf: Uint8Array | null, words: Words): Payload {
  const first = pdf ? 2 : 1
  return {
    form: pdf ? placeForm(pdf, words) : null,
    slots: slotsOf(view.pack, view.track).map((slot, i) => placeSlot(slot, i + first, view)),
  }
}

/** The same payload with every file told which volume holds it. */
export function inVolumes(payload: Payload, volumes: readonly (readonly string[])[]): Payload {
  const numbers = new Map(
    volumes.flatMap((paths, i) => paths.map((path) => [path, i + 1] as const)),
  )
  const told = <T extends { readonly path: string }>(file: T) => ({
    ...file,
    volume: numbers.get(file.path) ?? 0,
  })
  return {
    form: payload.form && told(payload.form),
    slots: payload.slots.map((slot) => ({ ...slot, placed: slot.placed.map(told) })),
  }
}
