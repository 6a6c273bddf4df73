/** The places of an application that a reason can be about, in the order of its steps. Pure. */
import type { ApplicationView } from '../../../../shared/model/application.ts'
import { wholeApplication } from '../../../../shared/model/course.ts'
import type { Place } from '../../../../shared/model/finding.ts'
import { conditionsOf, slotsOf } from '../../../../shared/programme/track.ts'

export type NamedPlace = { readonly place: Place; readonly label: string }

export const placesOf = ({ pack, track, title }: ApplicationView): readonly NamedPlace[] => [
  { place: wholeApplication, label: title },
  ...conditionsOf(pack, track).map(({ id, text }) => ({
    place: { step: 'conditions' as const, ref: id },
    label: text,
  })),
  ...(pack.form?.fields ?? []).map(({ id, label }) => ({
    place: { step: 'form' as const, ref: id },
    label,
  })),
  ...slotsOf(pack, track).map(({ id, title: label }) => ({
    place: { step: 'materials' as const, ref: id },
    label,
  })),
]

export const keyOfPlace = ({ step, ref }: Place): string => `${step} ${ref}`
