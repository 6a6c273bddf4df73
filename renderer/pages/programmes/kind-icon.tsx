import CalendarMonthIcon from '@mui/icons-material/CalendarMonthOutlined'
import EventAvailableIcon from '@mui/icons-material/EventAvailableOutlined'

/** Exact days, or months that the year's notice has yet to fix. */
export function KindIcon({ exact }: { readonly exact: boolean }) {
  const Icon = exact ? EventAvailableIcon : CalendarMonthIcon
  return <Icon aria-hidden sx={{ fontSize: '1.125rem' }} />
}
