/** The papers that prove what stands in a field, or the way to where they are added. */
import LinkIcon from '@mui/icons-material/LinkOutlined'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../shared/programme/form.ts'
import { slotLabel } from '../../../../shared/programme/label.ts'
import { isAnswered } from '../../../../shared/programme/rules/answers.ts'
import { useLabel } from '../../../app/i18n.ts'
import { useApplication } from '../application-context.ts'

/** Papers that are named. */
const named = 2

type Props = { readonly slot: string | undefined; readonly value: Answer | undefined }

export function ProofMark({ slot, value }: Props) {
  const { t } = useTranslation('application')
  const label = useLabel()
  const { view, goToPlace } = useApplication()
  if (slot === undefined || !isAnswered(value)) return null
  const { materials = [], waived = null } = view.slots.find(({ id }) => id === slot) ?? {}
  const title = label(slotLabel(view.pack, slot))
  const first = materials
    .slice(0, named)
    .map(({ name }) => `《${name}》`)
    .join('')
  const names =
    materials.length > named ? t('proof.more', { names: first, count: materials.length }) : first
  const words =
    materials.length > 0
      ? t('proof.held', { names })
      : t(waived === null ? 'proof.lacking' : 'proof.waived', { slot: title })
  return (
    <Button
      size="small"
      title={title}
      startIcon={<LinkIcon fontSize="small" />}
      sx={{ py: 0, textAlign: 'left', typography: 'caption' }}
      onClick={() => goToPlace({ step: 'materials', ref: slot })}
    >
      {words}
    </Button>
  )
}
