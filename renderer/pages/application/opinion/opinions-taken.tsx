/** The opinions that came back on this application: who, when, what, and how they were verified. */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { OpinionReason, TakenOpinion } from '../../../../shared/model/review.ts'
import { instant } from '../../../app/format.ts'
import { useAsk } from '../../../app/use-ask.ts'
import { Asked } from '../../../parts/asked.tsx'
import { CopyText } from '../../../parts/copy-text.tsx'
import { FactTable } from '../../../parts/fact-table.tsx'
import { StateMark } from '../../../parts/state-mark.tsx'
import { Fingerprint } from '../../../parts/verify/fingerprint.tsx'
import { useApplication } from '../application-context.ts'

const tones = { recommend: 'good', return: 'doubt', reject: 'bad' } as const

function Reason({ reason }: { readonly reason: OpinionReason }) {
  const { t } = useTranslation('opinion')
  const { goToPlace } = useApplication()
  const { place, label, kind, text, material } = reason
  return (
    <Box component="li" sx={{ typography: 'body2' }}>
      <Link component="button" variant="body2" onClick={() => goToPlace(place)}>
        {label}
      </Link>{' '}
      {t(`kind.${kind}`)}：{text}
      {material && t('paper', { name: material.name })}
    </Box>
  )
}

function TakenItem({ taken }: { readonly taken: TakenOpinion }) {
  const { t } = useTranslation('opinion')
  const { opinion, fingerprint, importedAt, came } = taken
  const { verdict, reviewer, day, reasons, remark, signerDoubt, about } = opinion
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.25, mt: 1 }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <StateMark tone={tones[verdict]}>{t(`verdict.${verdict}`)}</StateMark>
        <Typography variant="body2">
          {reviewer.office}（{t(`level.${reviewer.level}`)}）· {reviewer.name} · {day}
        </Typography>
      </Stack>
      {came?.step === null && (
        <Typography variant="body2" color="warning" sx={{ mt: 0.5 }}>
          {t('taken.noStep')}
        </Typography>
      )}
      {reasons.length > 0 && (
        <Box component="ul" aria-label={t('reasons')} sx={{ my: 0.5, pl: 3 }}>
          {reasons.map((reason, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a signed list never changes
            <Reason key={at} reason={reason} />
          ))}
        </Box>
      )}
      {remark && (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-line' }}>
          {remark}
        </Typography>
      )}
      <Box sx={{ mt: 1 }}>
        <FactTable
          rows={[
            [t('bundle'), about.bundleId],
            [t('imported'), instant(importedAt)],
            [t('verified'), came ? t(`came.${came.trust}`) : t('came.unrecorded')],
            [t('fingerprint'), <Fingerprint key="print" value={fingerprint} />],
            ...(came
              ? [
                  [t('came.file'), came.name] as const,
                  [
                    t('came.sha256'),
                    <CopyText key="sha256" text={came.sha256} monospace />,
                  ] as const,
                ]
              : []),
            ...(signerDoubt ? [[t('doubts.reason'), signerDoubt.reason] as const] : []),
          ]}
        />
      </Box>
    </Box>
  )
}

export function OpinionsTaken() {
  const { t } = useTranslation('opinion')
  const { view } = useApplication()
  const ask = useAsk('opinion.list', { id: view.id })
  return (
    <Asked ask={ask}>
      {(opinions) =>
        opinions.length === 0 ? null : (
          <Box component="section" aria-label={t('taken.title')}>
            <Typography variant="h3">{t('taken.title')}</Typography>
            <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
              {opinions.map((taken) => (
                <TakenItem key={taken.id} taken={taken} />
              ))}
            </Box>
          </Box>
        )
      }
    </Asked>
  )
}
