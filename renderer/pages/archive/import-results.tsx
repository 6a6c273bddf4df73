import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ImportReport, ImportResult } from '../../../shared/model/material.ts'
import { FaultAlert, faultText } from '../../app/fault-text.tsx'
import { useImports } from '../../app/imports.tsx'
import { paths } from '../../app/paths.ts'
import { ProgressLine } from '../../parts/progress-line.tsx'
import { StateMark, type Tone } from '../../parts/state-mark.tsx'

const tones: Readonly<Record<ImportResult['outcome'], Tone>> = {
  imported: 'good',
  same: 'info',
  restored: 'good',
  refused: 'bad',
  asked: 'doubt',
  cancelled: 'info',
}

/** The last part of a path, whichever way its separators lean. */
const fileName = (from: string) => from.split(/[\\/]/).at(-1) ?? from

function outcomeText(t: TFunction, { outcome, as, fault }: ImportResult): string {
  if (fault) {
    const failure = fault as Parameters<typeof faultText>[1]
    return t('archive:import.refused', { why: faultText(t, failure) })
  }
  return t(`archive:import.${outcome}`, { name: as })
}

function ResultRow({ result }: { readonly result: ImportResult }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { sha256 } = result
  return (
    <TableRow>
      <TableCell title={result.from}>{fileName(result.from)}</TableCell>
      <TableCell>
        <StateMark tone={tones[result.outcome]}>{outcomeText(t, result)}</StateMark>
      </TableCell>
      <TableCell align="right">
        {sha256 && (
          <Button size="small" onClick={() => void navigate(paths.material(sha256))}>
            {t('archive:import.show')}
          </Button>
        )}
      </TableCell>
    </TableRow>
  )
}

/** As many lines as are worth reading; the sum above tells the rest. */
const readable = 200

function Report({ report, onClose }: { report: ImportReport; onClose: () => void }) {
  const { t } = useTranslation()
  const notable = report.results.filter(({ outcome }) => outcome !== 'imported')
  const [all, setAll] = useState(report.results.length <= 8)
  const shown = (all ? report.results : notable).slice(0, readable)
  const { imported, same, refused } = report
  return (
    <Card role="region" aria-label={t('archive:import.result')} sx={{ p: 1.5, flexShrink: 0 }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Typography variant="h3" sx={{ flexGrow: 1 }}>
          {t('archive:import.sum', { imported, same, refused })}
        </Typography>
        {!all && (
          <Button size="small" onClick={() => setAll(true)}>
            {t('archive:import.all')}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          {t('frame:close')}
        </Button>
      </Stack>
      {shown.length > 0 && (
        <Stack sx={{ maxHeight: '14rem', overflow: 'auto' }}>
          <Table size="small">
            <TableBody>
              {shown.map((result) => (
                <ResultRow key={`${result.from}:${result.outcome}`} result={result} />
              ))}
            </TableBody>
          </Table>
        </Stack>
      )}
    </Card>
  )
}

/** The import that runs, or what became of each file of the last one. */
export function ImportResults() {
  const { t } = useTranslation()
  const { act, asked } = useImports()
  if (act.isPending) {
    return (
      <Card sx={{ p: 1.5, flexShrink: 0 }}>
        <ProgressLine
          label={t('archive:import.running', { count: asked })}
          progress={act.progress}
          onCancel={act.cancel}
        />
      </Card>
    )
  }
  if (act.error) return <FaultAlert error={act.error} onClose={act.reset} />
  return act.data ? <Report report={act.data} onClose={act.reset} /> : null
}
