import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EnterpriseView } from '../../../shared/model/enterprise.ts'
import { useToday } from '../../app/use-vault.ts'
import { Panel } from '../../parts/panel.tsx'
import { FiguresGrid } from './figures-grid.tsx'
import type { PastedFigures } from './paste-figures.ts'
import type { Profile } from './use-profile.ts'
import { shownYears } from './years.ts'

type Props = {
  readonly view: EnterpriseView
  readonly profile: Profile
  readonly disabled: boolean
}

/** 年度指标: the grid, earlier years on demand, and what a paste came to. */
export function FiguresPanel({ view, profile, disabled }: Props) {
  const { t } = useTranslation()
  const today = useToday()
  const [earliest, setEarliest] = useState<number | null>(null)
  const [pasted, setPasted] = useState<PastedFigures | null>(null)
  const years = shownYears(today, view.indicators, earliest)
  const paste = (result: PastedFigures) => {
    setPasted(result)
    profile.fillFigures(result.figures)
  }
  return (
    <Panel
      title={t('enterprise:figures.title')}
      hint={t('enterprise:figures.hint')}
      actions={
        <Button size="small" onClick={() => setEarliest((years[0] ?? 0) - 1)}>
          {t('enterprise:figures.earlier')}
        </Button>
      }
    >
      {pasted && (
        <Alert
          severity={pasted.refused > 0 ? 'warning' : 'success'}
          onClose={() => setPasted(null)}
          sx={{ mb: 1.5 }}
        >
          {t('enterprise:figures.pasted', { count: pasted.figures.length })}
          {pasted.refused > 0 && t('enterprise:figures.refused', { count: pasted.refused })}
        </Alert>
      )}
      <FiguresGrid
        view={view}
        years={years}
        disabled={disabled}
        onFigures={profile.fillFigures}
        onPasted={paste}
      />
    </Panel>
  )
}
