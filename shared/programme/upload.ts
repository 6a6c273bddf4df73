/** What the official system's upload slot would refuse of a file. Pure. */
import type { Material } from '../model/material.ts'
import type { Slot } from './pack.ts'

export type UploadFault = {
  readonly code: 'type' | 'size'
  readonly data: Readonly<Record<string, string | number>>
}

/** Names that a system may give to a type whose own name is another. */
const called: Readonly<Record<string, readonly string[]>> = {
  jpeg: ['jpeg', 'jpg'],
  tiff: ['tiff', 'tif'],
  'vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
}

/** Types that say nothing of what is inside: the name's ending does. */
const vague = ['octet-stream', 'zip', 'x-ole-storage']

/** What the file is called as a type, the plainest first. */
function typesOf({ media, name }: Material): readonly string[] {
  const type = media.split('/').at(-1) ?? ''
  if (vague.includes(type)) return [/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? type]
  return called[type] ?? [type === 'plain' ? 'txt' : type]
}

export function uploadFaults({ upload }: Slot, paper: Material): UploadFault[] {
  const { types, maxBytes } = upload ?? {}
  const own = typesOf(paper)
  const wrong = types !== undefined && !types.some((each) => own.includes(each.toLowerCase()))
  const large = maxBytes !== undefined && paper.size > maxBytes
  return [
    ...(wrong
      ? [{ code: 'type' as const, data: { type: own[0] ?? '', types: types.join('、') } }]
      : []),
    ...(large ? [{ code: 'size' as const, data: { size: paper.size, max: maxBytes } }] : []),
  ]
}
