/** One answer that was changed elsewhere while it was typed here: both, and the choice between them. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { answerText, printedAnswer, printedCell } from '../../../../shared/programme/answer-text.ts'
import type { Answer, Column, Field } from '../../../../shared/programme/form.ts'
import { fieldOf } from '../../../../shared/programme/label.ts'
import { cellInTable } from '../../../../shared/programme/row-label.ts'
import { textRef } from '../../../../shared/programme/statement-wording.ts'
import type { Label } from '../../../../shared/registry/registry.ts'
import { useLabel } from '../../../app/i18n.ts'
import { useApplication } from '../application-context.ts'
import { rowsOf } from './rows.ts'

/** Cells of a table that are shown; more of them are counted. */
const most = 8

type Pair = { readonly place: string; readonly mine: string; readonly kept: string }

/** Where two answers differ: the field itself, or the cells of a table. */
function pairsOf(
  field: Field,
  mine: Answer,
  kept: Answer | undefined,
  labelOf: (label: Label) => string,
): readonly Pair[] {
  if (field.type !== 'table') {
    const words = (answer: Answer = '') => answerText(printedAnswer(field, { [field.id]: answer }))
    return [{ place: '', mine: words(mine), kept: words(kept) }]
  }
  const [left, right] = [rowsOf(mine), rowsOf(kept)]
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, row) => row)
  const cell = (column: Column, row: number): Pair => ({
    place: labelOf(cellInTable(row, column.label)),
    mine: answerText(printedCell(column, left[row])),
    kept: answerText(printedCell(column, right[row])),
  })
  return rows
    .flatMap((row) => field.columns.map((column) => cell(column, row)))
    .filter((pair) => pair.mine !== pair.kept)
}

export function StaleAnswer({
  field: key,
  mine,
}: {
  readonly field: string
  readonly mine: Answer
}) {
  const { view, inHand } = useApplication()
  const labelOf = useLabel()
  const spec = fieldOf(view.pack, key.replace(/\.other$/, ''))
  const pairs =
    spec && spec.id === key
      ? pairsOf(spec, mine, inHand.answers[key], labelOf)
      : [{ place: '', mine: String(mine), kept: String(inHand.answers[key] ?? '') }]
  return (
    <Choice
      label={spec?.label ?? key}
      pairs={pairs}
      onSettle={(takeMine) => inHand.settle(key, takeMine)}
    />
  )
}

/** The same of what was written into a statement. */
export function StaleText({ at, mine }: { readonly at: string; readonly mine: string }) {
  const { view, texts } = useApplication()
  const asked = view.statements.flatMap(({ id, texts: all }) =>
    all.filter((text) => textRef(id, text.id) === at),
  )
  return (
    <Choice
      label={asked[0]?.label ?? at}
      pairs={[{ place: '', mine, kept: String(texts.answers[at] ?? '') }]}
      onSettle={(takeMine) => texts.settle(at, takeMine)}
    />
  )
}

type ChoiceProps = {
  readonly label: string
  readonly pairs: readonly Pair[]
  readonly onSettle: (takeMine: boolean) => void
}

function Choice({ label, pairs, onSettle }: ChoiceProps) {
  const { t } = useTranslation('application')
  return (
    <Box role="group" aria-label={label} sx={{ mt: 1 }}>
      <Typography variant="subtitle2">{label}</Typography>
      {pairs.slice(0, most).map((pair) => (
        <Box
          key={pair.place}
          sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, mt: 0.5 }}
        >
          <Version title={t('stale.mine', { place: pair.place })} text={pair.mine} />
          <Version title={t('stale.kept', { place: pair.place })} text={pair.kept} />
        </Box>
      ))}
      {pairs.length > most && (
        <Typography variant="body2">{t('stale.more', { count: pairs.length - most })}</Typography>
      )}
      <Stack direction="row" spacing={1} sx={{ mt: 1 }}>
        <Button size="small" variant="outlined" onClick={() => onSettle(true)}>
          {t('stale.takeMine')}
        </Button>
        <Button size="small" onClick={() => onSettle(false)}>
          {t('stale.keep')}
        </Button>
      </Stack>
    </Box>
  )
}

function Version({ title, text }: { readonly title: string; readonly text: string }) {
  const { t } = useTranslation('application')
  return (
    <div>
      <Typography variant="caption">{title}</Typography>
      <Box sx={{ whiteSpace: 'pre-wrap', maxHeight: '10rem', overflow: 'auto' }}>
        {text === '' ? t('stale.blank') : text}
      </Box>
    </div>
  )
}
