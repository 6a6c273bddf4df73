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
  const { step, ref } = at.place
  const count = reasonsAt(step, ref)
  const label = t(count === 0 ? 'reason.addAt' : 'reason.addMore', { place: at.label, count })
  const icon = <AddCommentIcon fontSize="small" />
  return (
    <Tooltip title={label}>
      <IconButton size="small" aria-label={label} onClick={() => onReason(at)}>
        {count === 0 ? (
          icon
        ) : (
          <Badge badgeContent={count} color="error">
            {icon}
          </Badge>
        )}
      </IconButton>
    </Tooltip>
  )
}
