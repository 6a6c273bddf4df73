/** One block of a section: a table, a chapter, printed text, or the list of linked papers. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Block } from '../../../../shared/programme/form.ts'
import { Control } from './control.tsx'
import { asText } from './control-props.ts'
import { blocks, FieldFindings } from './field-findings.tsx'
import { useForm } from './form-context.ts'
import { FormGrid } from './grid.tsx'
import { LinkedPapers } from './linked-papers.tsx'

export function BlockView({ block }: { readonly block: Block }) {
  if (block.kind === 'grid') return <FormGrid grid={block} />
  if (block.kind === 'chapter') return <Chapter block={block} />
  if (block.kind === 'materials') return <LinkedPapers />
  return (
    <Box sx={{ mt: 2 }}>
      {block.title && (
        <Typography variant="h3" component="h3" data-heading={block.title}>
          {block.title}
        </Typography>
      )}
      {[...block.paragraphs, ...(block.closing ?? [])].map((paragraph) => (
        <Typography key={paragraph} variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
          {paragraph}
        </Typography>
      ))}
    </Box>
  )
}

function Chapter({ block }: { readonly block: Extract<Block, { kind: 'chapter' }> }) {
  const { fields, answers, findingsAt, commit } = useForm()
  const { t } = useTranslation('application')
  const id = useId()
  const spec = fields.get(block.field)
  if (!spec) return null
  const findings = findingsAt(block.field)
  return (
    <Box data-place={block.field} sx={{ mt: 2 }}>
      <Typography variant="h3" component="h3" data-heading={block.title}>
        {block.title}
        {spec.required && (
          <Box component="span" sx={{ color: 'error.main', ml: 0.5 }} title={t('form.required')}>
            *
          </Box>
        )}
      </Typography>
      {(block.outline ?? spec.help) && (
        <Typography variant="body2" color="textSecondary">
          {t('form.outline', { outline: block.outline ?? spec.help })}
        </Typography>
      )}
      <Box sx={{ mt: 0.5, border: 1, borderColor: 'divider', borderRadius: 1 }}>
        <Control
          spec={spec}
          value={answers[block.field]}
          other={asText(answers[`${block.field}.other`])}
          describedBy={findings.length > 0 ? id : undefined}
          invalid={blocks(findings)}
          onCommit={(answer, typing) => commit(block.field, answer, typing)}
          onOther={(text, typing) => commit(`${block.field}.other`, text, typing)}
        />
      </Box>
      <FieldFindings id={id} label={spec.label} findings={findings} />
    </Box>
  )
}
