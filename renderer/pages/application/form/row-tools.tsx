/** What can be done with one row of a repeating table. */
import AddIcon from '@mui/icons-material/Add'
import ArrowDownwardIcon from '@mui/icons-material/ArrowDownward'
import ArrowUpwardIcon from '@mui/icons-material/ArrowUpward'
import DeleteOutlineIcon from '@mui/icons-material/DeleteOutlineOutlined'
import MoreVertIcon from '@mui/icons-material/MoreVert'
import IconButton from '@mui/material/IconButton'
import ListItemIcon from '@mui/material/ListItemIcon'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useForm } from './form-context.ts'
import type { TableField } from './layout.ts'
import { inserted, moved, type Rows, removed, rowsOf } from './rows.ts'

type Props = {
  readonly table: TableField | undefined
  readonly index: number
  readonly shown: number
}

export function RowTools({ table, index, shown }: Props) {
  const { t } = useTranslation('application')
  const { answers, commitRows } = useForm()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (!table) return null
  const held = rowsOf(answers[table.id])
  const full = Math.max(held.length, shown) >= table.maxRows
  const act = (change: (rows: Rows) => Rows) => () => {
    setAnchor(null)
    commitRows(table.id, change)
  }
  const items = [
    { key: 'row.add', icon: AddIcon, off: full, run: act((rows) => inserted(rows, index + 1)) },
    {
      key: 'row.up',
      icon: ArrowUpwardIcon,
      off: index === 0 || index >= held.length,
      run: act((rows) => moved(rows, index, -1)),
    },
    {
      key: 'row.down',
      icon: ArrowDownwardIcon,
      off: index + 1 >= held.length,
      run: act((rows) => moved(rows, index, 1)),
    },
    {
      key: 'row.remove',
      icon: DeleteOutlineIcon,
      off: index >= held.length,
      run: act((rows) => removed(rows, index)),
    },
  ] as const
  const name = t('row.tools', { table: table.label, row: index + 1 })
  return (
    <>
      <IconButton
        size="small"
        tabIndex={-1}
        aria-label={name}
        title={t('row.keys', { name })}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreVertIcon fontSize="small" />
      </IconButton>
      {anchor && (
        <Menu open anchorEl={anchor} onClose={() => setAnchor(null)}>
          {items.map(({ key, icon: Icon, off, run }) => (
            <MenuItem key={key} disabled={off} onClick={run}>
              <ListItemIcon>
                <Icon fontSize="small" />
              </ListItemIcon>
              {t(key)}
            </MenuItem>
          ))}
        </Menu>
      )}
      {index + 1 === shown && !full && (
        <IconButton
          size="small"
          aria-label={t('row.append', { table: table.label })}
          title={t('row.append', { table: table.label })}
          onClick={act((rows) => inserted(rows, shown))}
        >
          <AddIcon fontSize="small" />
        </IconButton>
      )}
    </>
  )
}
