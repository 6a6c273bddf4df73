/**
 * The look of the official form: ink on paper, a line while it is edited. One style sheet for all
 * cells and controls: a table has thousands of them, and a style that is worked out for each is felt
 * while scrolling.
 */
import GlobalStyles from '@mui/material/GlobalStyles'
import type { Theme } from '@mui/material/styles'
import type { ComponentProps } from 'react'

const cells = ({ palette }: Theme) => ({
  '.paper-printed.paper-printed': { padding: '5px 8px', whiteSpace: 'pre-line', lineHeight: 1.6 },
  '.paper-printed.paper-printed.number': { padding: '5px 2px' },
  '.paper-printed.head': { background: palette.action.hover, fontWeight: 600 },
  '.paper-printed.head, .paper-printed.number': { textAlign: 'center' },
  '.paper-printed.muted, .paper-said.hint': { color: palette.text.secondary },
  '.paper-said': { padding: '4px 8px 0' },
  '.paper-answer': { display: 'flex', alignItems: 'flex-start' },
  '.paper-answer > div': { flex: 1, minWidth: 0 },
  '.paper-required': { color: palette.error.main, padding: '5px 0 0 6px', flex: 'none' },
  '.paper-tool': {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: 30,
    height: 30,
    padding: 0,
    border: 0,
    borderRadius: '50%',
    background: 'transparent',
    color: palette.action.active,
    cursor: 'pointer',
    '&:hover': { background: palette.action.hover },
    '&:focus-visible': { outline: `2px solid ${palette.primary.main}` },
    '& svg': { width: 20, height: 20, fill: 'currentColor' },
  },
})

const ticks = ({ palette, typography }: Theme) => ({
  '.paper-ticks': {
    ...typography.body2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: 12,
    padding: '0 8px',
  },
  '.paper-ticks > span': { display: 'inline-flex', alignItems: 'center' },
  '.paper-ticks label': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    minHeight: 28,
    cursor: 'pointer',
  },
  '.paper-ticks input[type="checkbox"]': {
    width: 16,
    height: 16,
    margin: 0,
    flex: 'none',
    accentColor: palette.primary.main,
    colorScheme: palette.mode,
    cursor: 'pointer',
    '&:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 2 },
  },
})

const controls = ({ palette, typography }: Theme) => ({
  '.paper-text': {
    ...typography.body2,
    display: 'block',
    width: '100%',
    minHeight: 32,
    padding: '5px 8px',
    border: 0,
    borderRadius: 2,
    resize: 'none',
    fieldSizing: 'content',
    // It grows with its text: a box that scrolls would be painted on its own, each of them.
    overflow: 'clip',
    lineHeight: 1.6,
    background: 'transparent',
    color: palette.text.primary,
    '&:hover': { background: palette.action.hover },
    '&:focus': {
      outline: `2px solid ${palette.primary.main}`,
      outlineOffset: -1,
      background: palette.background.paper,
    },
    '&[aria-invalid="true"]': { boxShadow: `inset 0 -2px 0 ${palette.error.main}` },
    '&::placeholder': { color: palette.text.disabled },
  },
  '.paper-unit': {
    ...typography.body2,
    flex: 'none',
    paddingRight: 8,
    color: palette.text.secondary,
  },
})

const sheet = (
  <GlobalStyles styles={(theme) => ({ ...cells(theme), ...ticks(theme), ...controls(theme) })} />
)

/** Has to be drawn once around all that is named below. */
export const PaperSheet = () => sheet

export const PaperText = (props: ComponentProps<'textarea'>) => (
  <textarea className="paper-text" {...props} />
)
export const PaperInput = (props: ComponentProps<'input'>) => (
  <input className="paper-text" {...props} />
)
export const PaperUnit = (props: ComponentProps<'span'>) => (
  <span className="paper-unit" {...props} />
)
