/** The look of what is typed on the official form: ink on paper, a line while it is edited. */
import { styled } from '@mui/material/styles'

export const PaperText = styled('textarea')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'block',
  width: '100%',
  minHeight: 32,
  padding: '5px 8px',
  border: 0,
  borderRadius: 2,
  resize: 'none',
  fieldSizing: 'content',
  lineHeight: 1.6,
  background: 'transparent',
  color: theme.palette.text.primary,
  '&:hover': { background: theme.palette.action.hover },
  '&:focus': {
    outline: `2px solid ${theme.palette.primary.main}`,
    outlineOffset: -1,
    background: theme.palette.background.paper,
  },
  '&[aria-invalid="true"]': { boxShadow: `inset 0 -2px 0 ${theme.palette.error.main}` },
  '&::placeholder': { color: theme.palette.text.disabled },
}))

export const PaperInput = PaperText.withComponent('input')

export const PaperUnit = styled('span')(({ theme }) => ({
  ...theme.typography.body2,
  flex: 'none',
  paddingRight: 8,
  color: theme.palette.text.secondary,
}))
