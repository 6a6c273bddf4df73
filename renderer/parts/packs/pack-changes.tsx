/** What differs between two versions of a pack, part by part, with the values that changed. */
import AddIcon from '@mui/icons-material/AddCircleOutlineOutlined'
import EditIcon from '@mui/icons-material/EditOutlined'
import RemoveIcon from '@mui/icons-material/RemoveCircleOutlineOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { PackChange } from '../../../shared/programme/diff.ts'
import { jsonText } from '../json-text.ts'

const icons = { added: AddIcon, removed: RemoveIcon, changed: EditIcon } as const

/** More than that nobody reads at once. */
const detailsShown = 6
const longest = 160

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)

/** Keys of the pack in words, as far as clerks meet them; the rest as they stand. */
const wayOf = (path: string, t: TFunction<'packs'>): string =>
  path
    .split('.')
    .map((key) => t(`key.${key}`, { defaultValue: key }))
    .join(' › ')

function titleOf({ part, title }: PackChange, t: TFunction<'packs'>): string {
  if (part === 'window') return t(`terms:role.${title}`)
  return part === 'text' ? t(`text.${title}`) : title
}

export function PackChanges({ changes }: { readonly changes: readonly PackChange[] }) {
  const { t } = useTranslation('packs')
  if (changes.length === 0) return <Typography>{t('changes.none')}</Typography>
  return (
    <Box
      component="ul"
      sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: '22rem', overflow: 'auto' }}
    >
      {changes.map((change) => (
        <Change key={`${change.part} ${change.kind} ${change.id}`} change={change} />
      ))}
    </Box>
  )
}

function Change({ change }: { readonly change: PackChange }) {
  const { t } = useTranslation('packs')
  const Icon = icons[change.kind]
  const hidden = change.details.length - detailsShown
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 1, py: 0.75, borderTop: 1, borderColor: 'divider' }}
    >
      <Icon aria-hidden color="action" sx={{ fontSize: '1.125rem', mt: 0.25 }} />
      <Typography variant="body2" color="textSecondary" sx={{ width: '8rem', flex: 'none' }}>
        {t(`change.${change.kind}`)} · {t(`part.${change.part}`)}
      </Typography>
      <Box sx={{ flex: 1, minWidth: 0, typography: 'body2' }}>
        {titleOf(change, t)}
        {change.details.slice(0, detailsShown).map(({ path, before, after }) => (
          <Typography
            key={path}
            variant="caption"
            color="textSecondary"
            component="div"
            sx={{ overflowWrap: 'anywhere' }}
          >
            {t('detail', {
              path: path ? wayOf(path, t) : t(`part.${change.part}`),
              before: cut(jsonText(before)) || t('detail.none'),
              after: cut(jsonText(after)) || t('detail.none'),
            })}
          </Typography>
        ))}
        {hidden > 0 && (
          <Typography variant="caption" color="textSecondary">
            {t('detail.more', { count: hidden })}
          </Typography>
        )}
      </Box>
    </Box>
  )
}
