/** 申报书: the parts of the form at the left, the official tables and chapters at the right. */
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Form } from '../../../../shared/programme/form.ts'
import { useApplication } from '../application-context.ts'
import { useFocusPlace, usePlace } from '../use-place.ts'
import { BlockView } from './block-view.tsx'
import { CarryAll } from './carry-all.tsx'
import { Cover } from './cover.tsx'
import { committers, FormContext, type PlacedFindings, placedFindings } from './form-context.ts'
import { HistoryButtons, HistoryKeys } from './history-keys.tsx'
import { NoForm } from './no-form.tsx'
import { PaperSheet } from './paper.tsx'
import { SectionTree } from './section-tree.tsx'
import { type Part, partOf, partsOf } from './sections.ts'

export function FormStep() {
  const { view } = useApplication()
  return view.pack.form ? <FormSheet form={view.pack.form} /> : <NoForm />
}

function useFormAccess(form: Form) {
  const { view, inHand } = useApplication()
  const { answers, save } = inHand
  const now = useRef(answers)
  now.current = answers
  const commits = useMemo(() => {
    // What is saved counts at once, so that two changes in one moment build on each other.
    const saveNow: typeof save = (changes, made) => {
      now.current = { ...now.current, ...changes }
      save(changes, made)
    }
    return committers(saveNow, () => now.current)
  }, [save])
  const fields = useMemo(() => new Map(form.fields.map((field) => [field.id, field])), [form])
  const placed = useRef<PlacedFindings | undefined>(undefined)
  const findings = useMemo(() => placedFindings(view.findings, placed.current), [view.findings])
  placed.current = findings
  return useMemo(
    () => ({
      form,
      fields,
      answers,
      carried: view.carried,
      derived: view.derived,
      findingsAt: findings.at,
      findingsInRow: findings.inRow,
      ...commits,
    }),
    [form, fields, answers, view.carried, view.derived, findings, commits],
  )
}

/** Beside the list of parts, the official columns would be too narrow to read figures in them. */
const narrow = '@container (max-width: 56rem)'

const listOfParts = {
  width: '15rem',
  flex: 'none',
  position: 'sticky',
  top: 0,
  maxHeight: 'calc(100vh - 18rem)',
  overflow: 'auto',
  [narrow]: {
    width: 'auto',
    position: 'static',
    maxHeight: 'none',
    mb: 2,
    '& nav': { columns: 2 },
    '& nav [data-inner]': { display: 'none' },
  },
} as const

/** The part on screen: where a place was asked for, or else where the form was left. */
function useCurrentPart(application: string, parts: readonly Part[], wanted: string | undefined) {
  const key = `part ${application}`
  const [current, setCurrent] = useState(() => {
    const left = sessionStorage.getItem(key)
    return wanted ?? (parts.find(({ id }) => id === left) ?? parts[0])?.id ?? ''
  })
  useEffect(() => sessionStorage.setItem(key, current), [key, current])
  return [current, setCurrent] as const
}

function FormSheet({ form }: { readonly form: Form }) {
  const { view } = useApplication()
  const { t } = useTranslation('application')
  const access = useFormAccess(form)
  const parts = useMemo(() => partsOf(form), [form])
  const { place, asked } = usePlace()
  const wanted = place?.step === 'form' ? partOf(parts, place.ref)?.id : undefined
  const [current, setCurrent] = useCurrentPart(view.id, parts, wanted)
  const sheet = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same place may be asked again
  useEffect(() => {
    if (wanted) setCurrent(wanted)
  }, [wanted, asked])
  useFocusPlace(sheet, current)
  const part = parts.find(({ id }) => id === current)
  const choose = (id: string) => {
    setCurrent(id)
    sheet.current?.scrollIntoView?.({ block: 'start' })
  }
  const show = (heading: string) => {
    const headings = [...(sheet.current?.querySelectorAll('h3') ?? [])]
    headings.find(({ dataset }) => dataset.heading === heading)?.scrollIntoView?.()
  }
  return (
    <FormContext value={access}>
      <PaperSheet />
      <Box
        sx={{ display: 'flex', gap: 3, alignItems: 'flex-start', [narrow]: { display: 'block' } }}
      >
        <Box sx={listOfParts}>
          <SectionTree
            parts={parts}
            current={current}
            findings={view.findings}
            onChoose={choose}
            onHeading={show}
          />
        </Box>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <CarryAll />
          <Stack direction="row" sx={{ mb: 1, alignItems: 'center', gap: 2 }}>
            <HistoryButtons />
            <Typography variant="caption" color="textSecondary">
              {t('form.keys')}
            </Typography>
          </Stack>
          <Box
            ref={sheet}
            sx={{
              bgcolor: 'background.paper',
              border: 1,
              borderColor: 'divider',
              borderRadius: 1,
              p: 3,
              pr: 2,
            }}
          >
            <HistoryKeys>{part && <PartView key={part.id} part={part} />}</HistoryKeys>
          </Box>
        </Box>
      </Box>
    </FormContext>
  )
}

function PartView({ part }: { readonly part: Part }) {
  const { t } = useTranslation('application')
  if (!part.section) return <Cover />
  return (
    <>
      <Typography variant="h2" component="h2">
        {part.section.title}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {part.section.note ?? t('form.requiredNote')}
      </Typography>
      {part.section.blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a printed form never move
        <BlockView key={at} block={block} />
      ))}
    </>
  )
}
