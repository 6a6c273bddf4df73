/** A chapter or a longer text: grows with what is written, and counts characters as the form does. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { lengthOf } from '../../../../shared/programme/check-field.ts'
import type { Field } from '../../../../shared/programme/form.ts'
import { useTyped } from '../../../parts/use-typed.ts'
import { asText, type ControlProps, describedProps, typingProps } from './control-props.ts'
import { PaperText } from './paper.tsx'

type Narrative = Extract<Field, { type: 'narrative' }>

export function NarrativeControl(props: ControlProps<Narrative>) {
  const { spec, value, onCommit } = props
  const { t } = useTranslation('application')
  const typed = useTyped(asText(value), onCommit, (text) => text.trimEnd())
  const count = lengthOf(typed.text)
  return (
    <Box>
      <PaperText
        rows={5}
        data-long
        style={{ minHeight: '9em' }}
        {...describedProps(props)}
        {...typingProps(typed)}
      />
      <Typography
        variant="caption"
        component="div"
        sx={{
          px: 1,
          textAlign: 'right',
          color: spec.maxLength && count > spec.maxLength ? 'error.main' : 'text.secondary',
        }}
      >
        {spec.maxLength
          ? t('form.countOf', { count, limit: spec.maxLength })
          : t('form.count', { count })}
      </Typography>
    </Box>
  )
}
