/** The one file that knows colours, faces and sizes. Everything else speaks of theme tokens. */
import type { PaletteMode } from '@mui/material'
import { enUS, zhCN } from '@mui/material/locale'
import { createTheme, type Theme, type ThemeOptions } from '@mui/material/styles'
import { enUS as gridEnUS, zhCN as gridZhCN } from '@mui/x-data-grid/locales'
import type {} from '@mui/x-data-grid/themeAugmentation'
import type { FaceKind } from '../../shared/model/drawing.ts'
import type { Preferences } from './preferences.ts'

const faces = [
  '"Microsoft YaHei UI"',
  '"Microsoft YaHei"',
  '"PingFang SC"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC"',
  'sans-serif',
].join(', ')

/** Faces for papers that are drawn as they were printed: the PC's own, the nearest first. */
export const paperFaces: Readonly<Record<FaceKind, string>> = {
  song: 'SimSun, NSimSun, "Songti SC", STSong, "Noto Serif CJK SC", "Noto Serif SC", serif',
  hei: 'SimHei, "Heiti SC", STHeiti, "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  kai: 'KaiTi, KaiTi_GB2312, "Kaiti SC", STKaiti, "LXGW WenKai", "AR PL UKai CN", "Noto Serif CJK SC", serif',
  fang: 'FangSong, FangSong_GB2312, STFangsong, "Noto Serif CJK SC", serif',
  serif: '"Times New Roman", "Liberation Serif", "Noto Serif CJK SC", serif',
  sans: 'Arial, "Liberation Sans", "Noto Sans CJK SC", sans-serif',
  mono: '"Courier New", "Liberation Mono", "Noto Sans Mono CJK SC", monospace',
}

const light = {
  mode: 'light' as const,
  background: { default: '#F5F6F8', paper: '#FFFFFF' },
  primary: { main: '#1F4571' },
  error: { main: '#B3261E' },
  success: { main: '#2E7D32' },
  warning: { main: '#8A5000', contrastText: '#FFFFFF' },
  info: { main: '#41627F' },
  text: { primary: '#1B2430', secondary: '#57626F', disabled: '#8A94A0' },
  divider: '#DFE3E8',
}
const dark = {
  mode: 'dark' as const,
  background: { default: '#14181D', paper: '#1C2229' },
  primary: { main: '#93B8E6' },
  error: { main: '#F28B82' },
  success: { main: '#81C784' },
  warning: { main: '#E6AE57' },
  info: { main: '#9DB6CC' },
  text: { primary: '#E7EBF0', secondary: '#A7B1BC', disabled: '#74808C' },
  divider: '#333B45',
}

/** Sizes that people's eyes set: rem follows the zoom, the grid's pixels are scaled by hand. */
const rem = (step: number) => `${step * 0.5}rem`

/** What floats stands off by a line, not by a shadow. */
const hairline = ({ theme }: { readonly theme: Theme }) => ({
  border: `1px solid ${theme.palette.divider}`,
})

/** A ground of the loudest red: the pale one of the dark theme carries no text. */
const loud = {
  variants: [
    {
      props: { variant: 'filled' as const, severity: 'error' as const },
      style: { backgroundColor: light.error.main, color: '#FFFFFF' },
    },
  ],
}

/** The room above and below the words of a small field, which MUI measures in pixels, grows with them. */
const fieldRoom = { paddingTop: '0.53125rem', paddingBottom: '0.53125rem' }
const growingFields: NonNullable<ThemeOptions['components']> = {
  MuiOutlinedInput: {
    styleOverrides: {
      root: { variants: [{ props: { size: 'small', multiline: true }, style: fieldRoom }] },
      input: { variants: [{ props: { size: 'small', multiline: false }, style: fieldRoom }] },
    },
  },
  MuiAutocomplete: {
    defaultProps: { size: 'small' },
    styleOverrides: {
      paper: hairline,
      inputRoot: {
        '&.MuiOutlinedInput-root.MuiInputBase-sizeSmall': {
          paddingTop: '0.375rem',
          paddingBottom: '0.375rem',
        },
      },
    },
  },
  MuiInputLabel: {
    styleOverrides: {
      root: {
        variants: [
          {
            props: { variant: 'outlined', size: 'small' },
            style: { transform: 'translate(14px, 0.5625rem) scale(1)' },
          },
          {
            props: { variant: 'outlined', shrink: true },
            style: { transform: 'translate(14px, -0.5625rem) scale(0.75)' },
          },
        ],
      },
    },
  },
}

function components(compact: boolean, zoom: number): NonNullable<ThemeOptions['components']> {
  const size = compact ? 'small' : 'medium'
  return {
    MuiCssBaseline: {
      styleOverrides: {
        html: { fontSize: `${zoom}%` },
        body: { fontVariantNumeric: 'tabular-nums' },
        '#root': { height: '100vh' },
        // On paper: the sheet alone, whole, dark on white.
        '@media print': {
          'header, nav, .screen-only, main button:not(.MuiAccordionSummary-root, .Mui-selected), .MuiDialog-root':
            { display: 'none !important' },
          '#root, #root *': { overflow: 'visible !important' },
          'body, #root': { backgroundColor: 'white !important' },
          '#root *': { backgroundColor: 'transparent !important', color: 'black !important' },
          '#root, #root > *, main': { height: 'auto !important' },
          '.MuiCollapse-root': { height: 'auto !important', visibility: 'visible !important' },
          '.MuiCard-root': { border: 'none', breakInside: 'auto', padding: 0 },
          'li, tr, h2, h3': { breakInside: 'avoid' },
        },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            transitionDuration: '0.01ms !important',
          },
        },
      },
    },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none' } },
    },
    MuiCard: { defaultProps: { variant: 'outlined' } },
    MuiDialog: { defaultProps: { slotProps: { paper: { variant: 'outlined' } } } },
    MuiButton: {
      defaultProps: { disableElevation: true, size },
      styleOverrides: { root: { whiteSpace: 'nowrap', flexShrink: 0 } },
    },
    ...growingFields,
    MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
    MuiSelect: { defaultProps: { size: 'small' } },
    MuiPopover: { styleOverrides: { paper: hairline } },
    MuiTable: { defaultProps: { size } },
    MuiTableCell: {
      styleOverrides: { root: ({ theme }) => ({ borderColor: theme.palette.divider }) },
    },
    MuiDialogActions: { styleOverrides: { root: { padding: rem(2), paddingRight: rem(3) } } },
    MuiChip: { defaultProps: { size: 'small' } },
    MuiAlert: { defaultProps: { variant: 'outlined' }, styleOverrides: { root: loud } },
    MuiTooltip: { defaultProps: { arrow: true, enterDelay: 300 } },
    MuiListItemButton: { defaultProps: { dense: compact } },
    MuiDataGrid: {
      defaultProps: {
        density: compact ? 'compact' : 'standard',
        rowHeight: Math.round((44 * zoom) / 100),
        columnHeaderHeight: Math.round((44 * zoom) / 100),
      },
      styleOverrides: {
        root: ({ theme }) => ({
          borderColor: theme.palette.divider,
          '--DataGrid-t-color-border-base': theme.palette.divider,
          '--DataGrid-rowBorderColor': theme.palette.divider,
          '& .MuiDataGrid-columnSeparator': { display: 'none' },
        }),
      },
    },
  }
}

/** The theme for a person's preferences; `mode` is what 跟随系统 came to. */
export function themeOf(preferences: Preferences, mode: PaletteMode): Theme {
  const { density, zoom, language } = preferences
  const compact = density === 'compact'
  return createTheme(
    {
      palette: mode === 'dark' ? dark : light,
      shape: { borderRadius: 8 },
      spacing: rem,
      typography: {
        fontFamily: faces,
        body1: { fontSize: '0.9375rem', lineHeight: 1.6 },
        body2: { fontSize: '0.875rem', lineHeight: 1.6 },
        caption: { fontSize: '0.8125rem', lineHeight: 1.6 },
        h1: { fontSize: '1.5rem', fontWeight: 600, lineHeight: 1.4 },
        h2: { fontSize: '1.125rem', fontWeight: 600, lineHeight: 1.5 },
        h3: { fontSize: '1rem', fontWeight: 600, lineHeight: 1.5 },
        // Titles of dialogs.
        h6: { fontSize: '1.125rem', fontWeight: 600, lineHeight: 1.5 },
        button: { textTransform: 'none', fontWeight: 500 },
      },
      components: components(compact, zoom),
    },
    language === 'en' ? enUS : zhCN,
    language === 'en' ? gridEnUS : gridZhCN,
  )
}
