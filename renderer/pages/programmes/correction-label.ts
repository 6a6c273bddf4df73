/** What a value that can be corrected is called, for the dialog and for the record. */
import type { TFunction } from 'i18next'
import type { Correctable } from '../../../shared/programme/correctable.ts'

/** What it belongs to: 企业申报, a direction, the text of a condition. */
export const ownerOf = ({ group, of }: Correctable, t: TFunction): string =>
  group === 'windows' ? t(`terms:role.${of}`) : of

export const keyLabel = ({ group, key }: Correctable, t: TFunction): string =>
  t(`programmes:correct.${group}.${key}`, { defaultValue: t(`programmes:correct.key.${key}`) })
