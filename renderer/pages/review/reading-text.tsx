/** The text at the right of the contents: form, conditions, materials, checks, one below the other. */
import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type FilledSection, filledForm } from '../../../shared/programme/filled-form.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { ChangesPart } from './changes-part.tsx'
import { ChecksPart } from './checks-part.tsx'
import { ConditionsPart } from './conditions-part.tsx'
import type { Part } from './contents.tsx'
import { FormPart } from './form-part.tsx'
import { PapersPart } from './papers-part.tsx'
import { useReading } from './reading-context.ts'

type Shown = Part & { readonly body: ReactNode }

const sectionTitle = ({ title }: FilledSection, rest: string): string => title || rest

/** Everything there is to read, in the order of the contents. */
export function useReadingParts(): readonly Shown[] {
  const { t } = useTranslation('review')
  const { reading } = useReading()
  const { pack, answers } = reading
  const sections = pack?.form ? filledForm(pack.form, answers) : []
  const form = sections.map((section, at) => ({
    id: `form-${section.id}`,
    title: sectionTitle(section, t('part.rest')),
    inner: at > 0,
    body: <FormPart section={section} />,
  }))
  const none = pack ? t('form.none') : t('form.unknown')
  const { changes } = reading
  return [
    ...(changes
      ? [
          {
            id: 'changes',
            title: t('change:title'),
            inner: false,
            body: <ChangesPart note={changes} />,
          },
        ]
      : []),
    ...(form.length > 0
      ? form
      : [{ id: 'form', title: t('part.form'), inner: false, body: <EmptyState title={none} /> }]),
    ...(pack
      ? [
          {
            id: 'conditions',
            title: t('part.conditions'),
            inner: false,
            body: <ConditionsPart pack={pack} />,
          },
        ]
      : []),
    { id: 'papers', title: t('part.papers'), inner: false, body: <PapersPart /> },
    { id: 'checks', title: t('part.checks'), inner: false, body: <ChecksPart /> },
  ]
}

export function ReadingText({ parts }: { readonly parts: readonly Shown[] }) {
  return parts.map(({ id, title, body }) => (
    <Card
      key={id}
      component="section"
      aria-label={title}
      data-part={id}
      sx={{ p: 2, mb: 2, scrollMarginTop: 8 }}
    >
      <Typography variant="h2" gutterBottom>
        {title}
      </Typography>
      <Box>{body}</Box>
    </Card>
  ))
}
