/** At every place: how many reasons it has, and a way to add one. */
import AddCommentIcon from '@mui/icons-material/AddCommentOutlined'
import Badge from '@mui/material/Badge'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import { type ReasonPlace, useReading } from './reading-context.ts'

export function ReasonMark({ at }: { readonly at: ReasonPlace }) {
  const { t } = useTranslation('review')
  const { onReason, reasonsAt } = useReading()
  const label = t('reason.addAt', { place: at.label })
  const { step, ref } = at.place
  return (
    <Tooltip title={label}>
      <IconButton size="small" aria-label={label} onClick={() => onReason(at)}>
        <Badge badgeContent={reasonsAt(step, ref)} color="error">
          <AddCommentIcon fontSize="small" />
        </Badge>
      </IconButton>
    </Tooltip>
  )
}
