import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { ImportResult } from '../../../shared/model/material.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useLabel, useLanguage } from '../../app/i18n.ts'
import { useHost } from '../../app/surroundings.ts'
import { useAct } from '../../app/use-act.ts'
import { kindText, notesOf, reasonText, stateText, sumText } from '../../parts/import-text.ts'
import { StateMark } from '../../parts/state-mark.tsx'

/** Keeps what became of each file as a list: Excel, CSV or text, by the ending that is chosen. */
export function SaveResults({ results }: { readonly results: readonly ImportResult[] }) {
  const { t } = useTranslation()
  const label = useLabel()
  const language = useLanguage()
  const host = useHost()
  const act = useAct('import.save')
  const save = async () => {
    const name = t('archive:import.fileName')
    const place = await host.pickSave({ title: t('archive:import.saveAs'), name })
    if (!place) return
    const rows = results.map((result) => ({
      file: result.from,
      state: stateText(t, result),
      kind: kindText(label, result),
      detail: [...notesOf(t, result), reasonText(t, result)].filter(Boolean).join('；'),
    }))
    act.mutate({ to: place.handle, language, sum: sumText(t, results), rows })
  }
  return (
    <>
      {act.isSuccess && <StateMark tone="good">{t('archive:import.saved')}</StateMark>}
      <FaultAlert error={act.error} onClose={act.reset} />
      <Button size="small" onClick={() => void save()} disabled={act.isPending}>
        {t('archive:import.save')}
      </Button>
    </>
  )
}
