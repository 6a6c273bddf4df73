/** What the notice asks of the papers in a slot, in words. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { kindLabel, slotLabel } from '../../shared/programme/label.ts'
import type { Pack, Slot } from '../../shared/programme/pack.ts'
import type { Label } from '../../shared/registry/registry.ts'
import { fileSize, listed, longDate } from '../app/format.ts'
import { type Language, useLabel, useLanguage } from '../app/i18n.ts'

type Props = { readonly pack: Pack; readonly slot: Slot }
type Ways = {
  readonly t: TFunction
  readonly label: (label: Label) => string
  readonly language: Language
}

function counts({ min, max }: Slot, t: TFunction): string {
  if (max !== undefined && max === min) return t('programmes:slot.exactly', { count: min })
  if (max !== undefined) return t('programmes:slot.between', { min, max })
  return min > 1 ? t('programmes:slot.atLeast', { count: min }) : ''
}

function uploads({ upload }: Slot, { t, language }: Ways): readonly string[] {
  if (!upload) return []
  return [
    upload.types ? t('programmes:slot.types', { types: listed(upload.types, language) }) : '',
    upload.maxBytes ? t('programmes:slot.maxBytes', { size: fileSize(upload.maxBytes) }) : '',
  ]
}

/** The constraints that a slot has, each as a phrase. */
export function constraints(pack: Pack, slot: Slot, ways: Ways): readonly string[] {
  const { t, label, language } = ways
  const { years, validity, alternative, stamped, signed, copies } = slot
  return [
    t('programmes:slot.accepts', {
      kinds: listed(
        slot.accepts.map((kind) => label(kindLabel(kind))),
        language,
      ),
    }),
    counts(slot, t),
    years ? t('terms:slot.years', { years: listed(years.map(String), language) }) : '',
    validity ? t(`terms:validity.${validity.rule}`, { day: longDate(validity.day, language) }) : '',
    stamped ? t('terms:slot.stamped') : '',
    signed ? t('terms:slot.signed') : '',
    copies ? t('terms:slot.copies', { count: copies }) : '',
    alternative ? t('terms:slot.alternative', { title: label(slotLabel(pack, alternative)) }) : '',
    ...uploads(slot, ways),
  ].filter((phrase) => phrase !== '')
}

export function SlotConstraints({ pack, slot }: Props) {
  const { t } = useTranslation()
  const label = useLabel()
  const language = useLanguage()
  return (
    <Box>
      <Typography variant="body2" color="textSecondary">
        {constraints(pack, slot, { t, label, language }).join(' · ')}
      </Typography>
      {slot.inside.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('programmes:slot.inside', { what: listed(slot.inside, language) })}
        </Typography>
      )}
      {slot.note && (
        <Typography variant="body2" color="textSecondary">
          {slot.note}
        </Typography>
      )}
    </Box>
  )
}
