import MenuOpenOutlined from '@mui/icons-material/MenuOpenOutlined'
import MenuOutlined from '@mui/icons-material/MenuOutlined'
import Box from '@mui/material/Box'
import List from '@mui/material/List'
import ListItem from '@mui/material/ListItem'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListItemText from '@mui/material/ListItemText'
import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { paths } from './paths.ts'
import { usePreferences } from './preferences.ts'
import { screenOf, screens } from './screens.ts'

/** The screens, at the left; narrow on demand. */
export function Rail() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const { preferences, change } = usePreferences()
  const narrow = preferences.narrowRail
  // Verifying belongs to no screen of the rail.
  const here = pathname === paths.verify ? null : screenOf(pathname)
  const fold = t(narrow ? 'frame:rail.widen' : 'frame:rail.narrow')
  return (
    <Box
      component="nav"
      aria-label={t('frame:rail.label')}
      sx={{
        width: narrow ? '4rem' : '12rem',
        flexShrink: 0,
        display: 'flex',
        flexDirection: 'column',
        bgcolor: 'background.paper',
        borderRight: 1,
        borderColor: 'divider',
        overflowX: 'hidden',
        overflowY: 'auto',
      }}
    >
      <List sx={{ px: 1, flexGrow: 1 }}>
        {screens.map(({ id, path, Icon }) => (
          <ListItem key={id} disablePadding sx={{ mb: 0.5 }}>
            <Tooltip title={narrow ? t(`frame:screen.${id}`) : ''} placement="right">
              <ListItemButton
                component={Link}
                to={path}
                selected={here === id}
                aria-current={here === id ? 'page' : undefined}
                aria-label={t(`frame:screen.${id}`)}
                sx={{ borderRadius: 1, px: 1.5, minHeight: '2.75rem' }}
              >
                <ListItemIcon sx={{ minWidth: '2.25rem' }}>
                  <Icon color={here === id ? 'primary' : 'inherit'} />
                </ListItemIcon>
                {!narrow && <ListItemText primary={t(`frame:screen.${id}`)} />}
              </ListItemButton>
            </Tooltip>
          </ListItem>
        ))}
      </List>
      <List component="div" sx={{ px: 1 }}>
        <ListItemButton
          aria-label={fold}
          onClick={() => change({ narrowRail: !narrow })}
          sx={{ borderRadius: 1, px: 1.5 }}
        >
          <ListItemIcon sx={{ minWidth: '2.25rem' }}>
            {narrow ? <MenuOutlined /> : <MenuOpenOutlined />}
          </ListItemIcon>
          {!narrow && <ListItemText primary={fold} slotProps={{ primary: { variant: 'body2' } }} />}
        </ListItemButton>
      </List>
    </Box>
  )
}
