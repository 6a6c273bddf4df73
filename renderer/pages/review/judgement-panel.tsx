/** 审批意向 and its reasons; the signed opinion is made from what stands here. */
import DeleteIcon from '@mui/icons-material/DeleteOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type JudgementView,
  type OpinionReason,
  type ReviewRow,
  type ReviewVerdict,
  verdicts,
} from '../../../shared/model/review.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useAct } from '../../app/use-act.ts'
import { useTyped } from '../../parts/use-typed.ts'
import { IssuedList } from './issued-list.tsx'
import type { ReasonPlace } from './reading-context.ts'
import type { Judgement } from './use-judgement.ts'

type ReasonProps = {
  readonly reason: OpinionReason
  readonly onEdit: () => void
  readonly onDelete: () => void
}

function ReasonCard({ reason, onEdit, onDelete }: ReasonProps) {
  const { t } = useTranslation('review')
  const { step } = reason.place
  return (
    <Box
      component="li"
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1, display: 'flex', gap: 1 }}
    >
      <Box
        component="button"
        type="button"
        onClick={onEdit}
        sx={{
          all: 'unset',
          cursor: 'pointer',
          flexGrow: 1,
          minWidth: 0,
          '&:focus-visible': { outline: 2 },
        }}
      >
        <Typography variant="caption" color="textSecondary" component="div" noWrap>
          {t(`opinion:step.${step}`)} · {reason.label}
        </Typography>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {t(`opinion:kind.${reason.kind}`)}：{reason.text}
        </Typography>
      </Box>
      <IconButton size="small" aria-label={t('reason.delete')} onClick={onDelete}>
        <DeleteIcon fontSize="small" />
      </IconButton>
    </Box>
  )
}

type Props = {
  readonly view: JudgementView
  readonly judgement: Judgement
  readonly onReason: (place: ReasonPlace) => void
  readonly onEdit: (at: number) => void
  readonly row: ReviewRow
}

type DoubtProps = {
  readonly row: ReviewRow
  readonly reason: string
  readonly lacking: boolean
  readonly onReason: (reason: string) => void
}

/** A recommendation in spite of a doubtful signer must say why. */
function DoubtfulSigner({ row, reason, lacking, onReason }: DoubtProps) {
  const { t } = useTranslation('review')
  return (
    <>
      <Alert severity="warning">
        <strong>{t('opinion:doubts')}</strong>
        {row.doubts.map((doubt) => (
          <div key={doubt}>{t(`opinion:doubt.${doubt}`)}</div>
        ))}
      </Alert>
      <TextField
        multiline
        required
        minRows={2}
        label={t('opinion:doubts.reason')}
        helperText={t(lacking ? 'lacking.signer' : 'doubts.hint')}
        error={lacking}
        value={reason}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
        onChange={(event) => onReason(event.target.value)}
      />
    </>
  )
}

const whole = { step: 'export', ref: 'application' } as const

export function JudgementPanel({ view, judgement, onReason, onEdit, row }: Props) {
  const { t } = useTranslation('review')
  const { held, change, saving } = judgement
  const issue = useAct('review.issue', { key: String(view.seq) })
  const [lacking, setLacking] = useState<'verdict' | 'reason' | 'signer' | null>(null)
  const [signerReason, setSignerReason] = useState('')
  const doubtful = held.verdict === 'recommend' && row.doubts.length > 0
  const remark = useTyped(held.remark, (text) => change({ remark: text }))
  const run = () => {
    remark.leave()
    const reasonless = held.verdict !== 'recommend' && held.reasons.length === 0
    const unsaid = doubtful && signerReason.trim() === ''
    const lack =
      held.verdict === null ? 'verdict' : reasonless ? 'reason' : unsaid ? 'signer' : null
    setLacking(lack)
    if (lack === null) issue.mutate({ seq: view.seq, signerReason })
  }
  return (
    <Stack spacing={2}>
      {row.superseded && <Alert severity="warning">{t('superseded')}</Alert>}
      <Typography variant="h2">{t('opinion:verdict')}</Typography>
      <ToggleButtonGroup
        exclusive
        fullWidth
        size="small"
        aria-label={t('opinion:verdict')}
        value={held.verdict}
        onChange={(_, verdict: ReviewVerdict | null) => change({ verdict })}
      >
        {verdicts.map((each) => (
          <ToggleButton key={each} value={each}>
            {t(`opinion:verdict.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Stack direction="row" sx={{ alignItems: 'center' }}>
        <Typography variant="h3" sx={{ flexGrow: 1 }}>
          {t('opinion:reasons')}
        </Typography>
        <Button
          size="small"
          onClick={() =>
            onReason({ place: whole, label: t('opinion:step.export'), material: null })
          }
        >
          {t('reason.whole')}
        </Button>
      </Stack>
      {held.reasons.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('reason.none')}
        </Typography>
      ) : (
        <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {held.reasons.map((reason, at) => (
            <ReasonCard
              // biome-ignore lint/suspicious/noArrayIndexKey: reasons are a list in order
              key={at}
              reason={reason}
              onEdit={() => onEdit(at)}
              onDelete={() => change({ reasons: held.reasons.filter((_, i) => i !== at) })}
            />
          ))}
        </Stack>
      )}
      <TextField
        multiline
        minRows={2}
        label={t('opinion:remark')}
        value={remark.text}
        slotProps={{ htmlInput: { maxLength: 4000 } }}
        onChange={(event) => remark.change(event.target.value)}
        onBlur={remark.leave}
      />
      {doubtful && (
        <DoubtfulSigner
          row={row}
          reason={signerReason}
          lacking={lacking === 'signer'}
          onReason={(reason) => {
            setSignerReason(reason)
            setLacking(null)
          }}
        />
      )}
      {lacking && lacking !== 'signer' && <Alert severity="error">{t(`lacking.${lacking}`)}</Alert>}
      <Button
        variant="contained"
        color={held.verdict === 'reject' ? 'error' : 'primary'}
        loading={issue.isPending || saving.isPending}
        onClick={run}
      >
        {t('issue')}
      </Button>
      <FaultAlert error={saving.error ?? issue.error} />
      <IssuedList view={view} />
    </Stack>
  )
}
