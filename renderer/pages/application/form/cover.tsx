/** The cover of the form: its title and its lines, with the place of the seal named. */
import ApprovalIcon from '@mui/icons-material/ApprovalOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Form } from '../../../../shared/programme/form.ts'
import { CarriedMark } from './carried-mark.tsx'
import { Control } from './control.tsx'
import { asText } from './control-props.ts'
import { blocks, FieldFindings } from './field-findings.tsx'
import { useForm } from './form-context.ts'

export function Cover() {
  const { form } = useForm()
  return (
    <Box sx={{ py: 3, maxWidth: '40rem', mx: 'auto' }}>
      <Typography variant="h1" component="h3" sx={{ textAlign: 'center', mb: 4 }}>
        {form.title}
      </Typography>
      {form.cover.map((line) => (
        <CoverLine key={line.field} line={line} />
      ))}
    </Box>
  )
}

function CoverLine({ line }: { readonly line: Form['cover'][number] }) {
  const { fields, answers, carried, findingsAt, commit } = useForm()
  const { t } = useTranslation('application')
  const spec = fields.get(line.field)
  if (!spec) return null
  const findings = findingsAt(line.field)
  const id = `cover-${line.field}`
  return (
    <Box data-place={line.field} sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, mb: 2 }}>
      <Typography sx={{ width: '12rem', textAlign: 'right', py: 0.5, flex: 'none' }}>
        {`${line.label}${line.after ?? ''}`}
        {spec.required && (
          <Box component="span" sx={{ color: 'error.main' }}>
            *
          </Box>
        )}
      </Typography>
      <Box sx={{ flex: 1, borderBottom: 1, borderColor: 'text.secondary' }}>
        <Control
          spec={spec}
          value={answers[line.field]}
          other={asText(answers[`${line.field}.other`])}
          describedBy={findings.length > 0 ? id : undefined}
          invalid={blocks(findings)}
          onCommit={(answer, typing) => commit(line.field, answer, typing)}
          onOther={(text, typing) => commit(`${line.field}.other`, text, typing)}
        />
        <CarriedMark
          carried={carried[line.field]}
          value={answers[line.field]}
          onTake={(answer) => commit(line.field, answer)}
        />
        <FieldFindings id={id} label={spec.label} findings={findings} />
      </Box>
      <Box sx={{ width: '2rem', py: 0.5, color: 'text.secondary' }}>
        {line.seal && <ApprovalIcon titleAccess={t('form.seal')} />}
      </Box>
    </Box>
  )
}
