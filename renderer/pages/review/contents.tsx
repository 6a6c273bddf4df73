/** 目录: at the left; a click brings its part to the top of the text. */
import List from '@mui/material/List'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemText from '@mui/material/ListItemText'
import { useTranslation } from 'react-i18next'

export type Part = { readonly id: string; readonly title: string; readonly inner: boolean }

type Props = {
  readonly parts: readonly Part[]
  readonly here: string
  readonly onGo: (id: string) => void
}

export function Contents({ parts, here, onGo }: Props) {
  const { t } = useTranslation('review')
  return (
    <List dense component="nav" aria-label={t('contents')} sx={{ overflow: 'auto', py: 1 }}>
      {parts.map(({ id, title, inner }) => (
        <ListItemButton
          key={id}
          selected={here === id}
          aria-current={here === id ? 'location' : undefined}
          onClick={() => onGo(id)}
          sx={{ pl: inner ? 3.5 : 2, py: 0.25 }}
        >
          <ListItemText
            primary={title}
            slotProps={{ primary: { variant: 'body2', noWrap: true, title } }}
          />
        </ListItemButton>
      ))}
    </List>
  )
}
