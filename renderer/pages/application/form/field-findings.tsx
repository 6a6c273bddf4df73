/** What the check says about one field, beside it. */
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../../shared/model/finding.ts'
import { FindingLine } from '../../../parts/finding-line.tsx'
import { keyOfFinding } from '../findings.ts'

/** True when something said here blocks a submission. */
export const blocks = (findings: readonly Finding[]) =>
  findings.some(({ severity }) => severity === 'blocking')

/** What is missing is this very field, or this very cell of a table. */
const isNamed = ({ data }: Finding, label: string) =>
  data.label === label || `${data.label}`.endsWith(` ${label}`)

type Props = {
  readonly id: string
  /** What the field is called beside it. */
  readonly label: string
  readonly findings: readonly Finding[]
}

export function FieldFindings(props: Props) {
  return props.findings.length === 0 ? null : <Said {...props} />
}

function Said({ id, label, findings }: Props) {
  const { t } = useTranslation('application')
  return (
    <Box id={id} sx={{ px: 1, pb: 0.5 }}>
      {findings.map((finding) => (
        // The field's name stands beside it: only what is wrong needs saying.
        <FindingLine key={keyOfFinding(finding)} finding={finding}>
          {finding.code === 'field.required' && isNamed(finding, label)
            ? t('form.missing')
            : undefined}
        </FindingLine>
      ))}
    </Box>
  )
}
