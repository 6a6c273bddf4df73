import UndoOutlined from '@mui/icons-material/UndoOutlined'
import Stack from '@mui/material/Stack'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EnterpriseView } from '../../../shared/model/enterprise.ts'
import { enterpriseFacts } from '../../../shared/registry/registry.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useAsk } from '../../app/use-ask.ts'
import { useReadOnly } from '../../app/use-vault.ts'
import { Asked } from '../../parts/asked.tsx'
import { PageShell } from '../../parts/page-shell.tsx'
import { ReasonButton } from '../../parts/reason-button.tsx'
import { SaveMark } from '../../parts/save-mark.tsx'
import { FactsPanel } from './facts-panel.tsx'
import { FiguresPanel } from './figures-panel.tsx'
import { HonoursPanel } from './honours-panel.tsx'
import { RecordedTitles } from './recorded-titles.tsx'
import { useProfile } from './use-profile.ts'

/** What stands in a field, however its figure is written. */
const contentOf = (target: EventTarget): string | null =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    ? target.value.replaceAll(',', '')
    : null

/** Ctrl+Z is the field's own undo while something unsaved stands in it, else ours. */
function useUndoKey(undo: () => void) {
  const entered = useRef<string | null>(null)
  return {
    onFocus: (event: FocusEvent) => {
      entered.current = contentOf(event.target)
    },
    onKeyDown: (event: KeyboardEvent) => {
      const asked = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z'
      if (!asked || contentOf(event.target) !== entered.current) return
      event.preventDefault()
      undo()
    },
  }
}

function Profile({ view }: { readonly view: EnterpriseView }) {
  const { t } = useTranslation()
  const profile = useProfile(view)
  const readOnly = useReadOnly()
  const [tab, setTab] = useState<'facts' | 'figures' | 'honours'>('facts')
  const { act, canUndo } = profile
  const undoKey = useUndoKey(profile.undo)
  return (
    <PageShell
      title={t('frame:screen.enterprise')}
      question={t('enterprise:question')}
      actions={
        <>
          <SaveMark state={act.error ? 'failed' : act.isPending ? 'saving' : 'saved'} />
          <ReasonButton
            startIcon={<UndoOutlined />}
            reason={canUndo ? null : t('enterprise:undo.nothing')}
            onClick={profile.undo}
          >
            {t('enterprise:undo')}
          </ReasonButton>
        </>
      }
    >
      <Stack spacing={2} {...undoKey}>
        <FaultAlert error={act.error} onRetry={profile.retry} onClose={act.reset} />
        <Tabs value={tab} onChange={(_, next) => setTab(next)}>
          <Tab value="facts" label={t('enterprise:facts.title')} />
          <Tab value="figures" label={t('enterprise:figures.title')} />
          <Tab value="honours" label={t('enterprise:honours.title')} />
        </Tabs>
        {tab === 'facts' &&
          enterpriseFacts.map((group) => (
            <FactsPanel
              key={group.id}
              group={group}
              view={view}
              disabled={readOnly}
              onSave={profile.fillFact}
            />
          ))}
        {tab === 'honours' && (
          <>
            <RecordedTitles />
            <HonoursPanel />
          </>
        )}
        {tab === 'figures' && <FiguresPanel view={view} profile={profile} disabled={readOnly} />}
      </Stack>
    </PageShell>
  )
}

/** Who are we? Basic facts and yearly figures, saved as they are made. */
export function EnterprisePage() {
  const ask = useAsk('enterprise.open', {})
  return <Asked ask={ask}>{(view) => <Profile view={view} />}</Asked>
}
