import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import type { MaterialView } from '../../../../shared/model/material.ts'
import { materialKinds } from '../../../../shared/registry/registry.ts'
import { doubtText } from '../../../../shared/text/extraction.ts'
import { useLabel, useLanguage } from '../../../app/i18n.ts'
import { StateMark } from '../../../parts/state-mark.tsx'

/** The sentences about what is read out of papers, in the shown language. */
export function useExtractTexts() {
  const { i18n } = useTranslation()
  return i18n.getResourceBundle(useLanguage(), 'extract') as Readonly<Record<string, string>>
}

/** What a fact of this kind of paper is called. */
export function useFactLabel(kind: string): (key: string) => string {
  const { t } = useTranslation()
  const labelOf = useLabel()
  const facts = materialKinds.find(({ id }) => id === kind)?.facts ?? []
  return (key) => {
    const known = facts.find((fact) => fact.key === key)
    return known ? labelOf(known.label) : t(`archive:field.${key}`, key)
  }
}

type Props = {
  readonly view: MaterialView
  /** Key of the fact under which this stands. */
  readonly fact: string
  readonly disabled: boolean
  readonly onConfirm: (fact: string) => void
}

/** Under a fact: where it was read, what speaks against it, and 核对无误 while nobody has said so. */
export function FactNote({ view, fact, disabled, onConfirm }: Props) {
  const { t } = useTranslation()
  const texts = useExtractTexts()
  const labelOf = useFactLabel(view.material.kind)
  const read = view.reading?.facts.find(({ key }) => key === fact)
  const doubts = view.reading?.doubts.filter((doubt) => doubt.fact === fact) ?? []
  const open = view.open.includes(fact)
  if (!open && doubts.length === 0) return null
  return (
    <Box
      component="span"
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}
    >
      {doubts.map((doubt) => (
        <StateMark key={`${doubt.code}${JSON.stringify(doubt.data)}`} tone="doubt">
          {doubtText(texts, labelOf, doubt)}
        </StateMark>
      ))}
      {open && (
        <Box component="span">
          {read
            ? t('archive:note.read', {
                source: t(`extract:source.${read.source}`),
                confidence: t(`extract:confidence.${read.confidence}`),
              })
            : t('archive:guess')}
        </Box>
      )}
      {open && !disabled && (
        <Link
          component="button"
          type="button"
          variant="caption"
          aria-label={t('archive:note.confirmOf', { label: labelOf(fact) })}
          onClick={() => onConfirm(fact)}
        >
          {t('archive:note.confirm')}
        </Link>
      )}
    </Box>
  )
}
