import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ImportResult, NameCoding } from '../../../shared/model/material.ts'
import { listed } from '../../app/format.ts'
import { useLabel, useLanguage } from '../../app/i18n.ts'
import { useImports } from '../../app/imports.tsx'
import { paths } from '../../app/paths.ts'
import {
  fileName,
  type Group,
  groupOf,
  kindText,
  notesOf,
  reasonText,
  stateText,
} from '../../parts/import-text.ts'
import { StateMark, type Tone } from '../../parts/state-mark.tsx'

const tones: Readonly<Record<Group, Tone>> = {
  imported: 'good',
  noted: 'doubt',
  same: 'info',
  refused: 'bad',
  asked: 'doubt',
  litter: 'none',
  cancelled: 'none',
}

const codings: readonly NameCoding[] = ['gb18030', 'utf-8']

/** The names inside a ZIP as they read in each coding, and the way to say which is right. */
function Names({ result }: { readonly result: ImportResult }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { again } = useImports()
  const { names } = result
  if (!names) return null
  return codings.map((coding) => {
    const shown = names[coding]
    if (!shown) return null
    const list = listed(shown.slice(0, 4), language)
    const text = shown.length > 4 ? `${list} ${t('archive:import.asked.more')}` : list
    return (
      <Stack key={coding} direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Typography variant="caption" color="textSecondary" sx={{ flexGrow: 1 }}>
          {t(`archive:import.asked.${coding}`)}：{text}
        </Typography>
        <Button size="small" sx={{ flexShrink: 0 }} onClick={() => again([result], coding)}>
          {t(`archive:import.take.${coding}`)}
        </Button>
      </Stack>
    )
  })
}

/** One file: its name and place, what became of it, what it was taken for and why. */
export function ImportRow({ result }: { readonly result: ImportResult }) {
  const { t } = useTranslation()
  const label = useLabel()
  const navigate = useNavigate()
  const { sha256, from } = result
  const { name, folder } = fileName(from)
  return (
    <TableRow sx={{ verticalAlign: 'top' }}>
      <TableCell title={from} sx={{ width: '30%', overflowWrap: 'anywhere' }}>
        {name}
        {folder && (
          <Typography variant="caption" color="textSecondary" component="div">
            {t('archive:import.inside', { folder })}
          </Typography>
        )}
      </TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere' }}>
        <StateMark tone={tones[groupOf(result)]}>{stateText(t, result)}</StateMark>
        {notesOf(t, result).map((note) => (
          <Typography key={note} variant="caption" component="div">
            {note}
          </Typography>
        ))}
        <Names result={result} />
      </TableCell>
      <TableCell sx={{ width: '26%' }}>
        {kindText(label, result)}
        <Typography variant="caption" color="textSecondary" component="div">
          {reasonText(t, result)}
        </Typography>
      </TableCell>
      <TableCell align="right" sx={{ width: '5rem' }}>
        {sha256 && (
          <Button size="small" onClick={() => void navigate(paths.material(sha256))}>
            {t('archive:import.show')}
          </Button>
        )}
      </TableCell>
    </TableRow>
  )
}
