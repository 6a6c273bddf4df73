/** The screens of the left rail, in order. What is not built yet has no line here. */
import AssignmentOutlined from '@mui/icons-material/AssignmentOutlined'
import BusinessOutlined from '@mui/icons-material/BusinessOutlined'
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import FolderOpenOutlined from '@mui/icons-material/FolderOpenOutlined'
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined'
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined'
import SettingsOutlined from '@mui/icons-material/SettingsOutlined'
import SpaceDashboardOutlined from '@mui/icons-material/SpaceDashboardOutlined'

export const screens = [
  { id: 'desk', path: '/', Icon: SpaceDashboardOutlined },
  { id: 'enterprise', path: '/enterprise', Icon: BusinessOutlined },
  { id: 'archive', path: '/archive', Icon: FolderOpenOutlined },
  { id: 'programmes', path: '/programmes', Icon: MenuBookOutlined },
  { id: 'applications', path: '/applications', Icon: AssignmentOutlined },
  { id: 'reserve', path: '/reserve', Icon: Inventory2Outlined },
  { id: 'review', path: '/review', Icon: FactCheckOutlined },
  { id: 'settings', path: '/settings', Icon: SettingsOutlined },
] as const

export type ScreenId = (typeof screens)[number]['id']

/** The screen that an address belongs to. */
export function screenOf(pathname: string): ScreenId {
  const head = `/${pathname.split('/')[1] ?? ''}`
  return screens.find((screen) => screen.path === head)?.id ?? 'desk'
}
