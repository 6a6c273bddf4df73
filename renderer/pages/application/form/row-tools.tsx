/** What can be done with one row of a repeating table. */
import AddIcon from '@mui/icons-material/Add'
import ArrowDownwardIcon from '@mui/icons-material/ArrowDownward'
import ArrowUpwardIcon from '@mui/icons-material/ArrowUpward'
import DeleteOutlineIcon from '@mui/icons-material/DeleteOutlineOutlined'
import ListItemIcon from '@mui/material/ListItemIcon'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useForm } from './form-context.ts'
import type { TableField } from './layout.ts'
import { inserted, moved, type Rows, removed, rowsOf } from './rows.ts'

type Props = {
  readonly table: TableField
  readonly index: number
  readonly shown: number
}

export function RowTools({ table, index, shown }: Props) {
  const { t } = useTranslation('application')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const name = t('row.tools', { table: table.label, row: index + 1 })
  return (
    <>
      <button
        type="button"
        className="paper-tool"
        tabIndex={-1}
        aria-label={name}
        title={t('row.keys', { name })}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="6" r="2" />
          <circle cx="12" cy="12" r="2" />
          <circle cx="12" cy="18" r="2" />
        </svg>
      </button>
      {anchor && (
        <RowMenu
          table={table}
          index={index}
          shown={shown}
          anchor={anchor}
          onClose={() => setAnchor(null)}
        />
      )}
      {index + 1 === shown && shown < table.maxRows && <AppendButton table={table} shown={shown} />}
    </>
  )
}

function AppendButton({ table, shown }: Pick<Props, 'table' | 'shown'>) {
  const { t } = useTranslation('application')
  const { commitRows } = useForm()
  const name = t('row.append', { table: table.label })
  return (
    <button
      type="button"
      className="paper-tool"
      aria-label={name}
      title={name}
      onClick={() => commitRows(table.id, (rows) => inserted(rows, shown))}
    >
      <AddIcon />
    </button>
  )
}

type MenuProps = Props & { readonly anchor: HTMLElement; readonly onClose: () => void }

function RowMenu({ table, index, shown, anchor, onClose }: MenuProps) {
  const { t } = useTranslation('application')
  const { answers, commitRows } = useForm()
  const held = rowsOf(answers[table.id])
  const act = (change: (rows: Rows) => Rows) => () => {
    onClose()
    commitRows(table.id, change)
  }
  const items = [
    {
      key: 'row.add',
      icon: AddIcon,
      off: shown >= table.maxRows,
      run: act((rows) => inserted(rows, index + 1)),
    },
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
  return (
    <Menu open anchorEl={anchor} onClose={onClose}>
      {items.map(({ key, icon: Icon, off, run }) => (
        <MenuItem key={key} disabled={off} onClick={run}>
          <ListItemIcon>
            <Icon fontSize="small" />
          </ListItemIcon>
          {t(key)}
        </MenuItem>
      ))}
    </Menu>
  )
}
