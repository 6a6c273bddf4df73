import SearchOutlined from '@mui/icons-material/SearchOutlined'
import Dialog from '@mui/material/Dialog'
import InputAdornment from '@mui/material/InputAdornment'
import List from '@mui/material/List'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemText from '@mui/material/ListItemText'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { type Hit, useHits } from './use-hits.ts'

type BoxProps = { readonly onClose: () => void; readonly onImport: () => void }

function PaletteBox({ onClose, onImport }: BoxProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const list = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const hits = useHits(text)
  const here = Math.min(at, hits.length - 1)
  const go = (hit: Hit | undefined) => {
    if (!hit) return
    onClose()
    if (hit.to) void navigate(hit.to)
    else onImport()
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && hits.length > 0) setAt((here + step + hits.length) % hits.length)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(hits[here])
    else return
    event.preventDefault()
  }
  return (
    <>
      <TextField
        autoFocus
        value={text}
        placeholder={t('frame:search.hint')}
        onKeyDown={press}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        slotProps={{
          htmlInput: {
            role: 'combobox',
            'aria-label': t('frame:search.open'),
            'aria-expanded': true,
            'aria-controls': list,
            'aria-activedescendant': hits[here] ? `${list}-${here}` : undefined,
          },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <SearchOutlined />
              </InputAdornment>
            ),
          },
        }}
        sx={{ p: 2, pb: 1 }}
      />
      <List id={list} role="listbox" dense sx={{ overflow: 'auto', maxHeight: '24rem', px: 1 }}>
        {hits.map((hit, index) => (
          <ListItemButton
            key={`${hit.group}:${hit.id}`}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === here}
            selected={index === here}
            tabIndex={-1}
            onClick={() => go(hit)}
            sx={{ borderRadius: 1 }}
          >
            <ListItemText primary={hit.label} />
            <Typography variant="caption" color="textSecondary">
              {t(`frame:search.group.${hit.group}`)}
            </Typography>
          </ListItemButton>
        ))}
      </List>
      {hits.length === 0 && (
        <Typography color="textSecondary" sx={{ p: 3, textAlign: 'center' }}>
          {t('frame:search.nothing')}
        </Typography>
      )}
    </>
  )
}

type Props = BoxProps & { readonly open: boolean }

/** Ctrl+K: one box for screens, actions, programmes, applications and materials. */
export function Palette({ open, onClose, onImport }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      maxWidth="sm"
      fullWidth
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
    >
      {open && <PaletteBox onClose={onClose} onImport={onImport} />}
    </Dialog>
  )
}
