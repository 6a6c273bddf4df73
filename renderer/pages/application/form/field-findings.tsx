/** What the check says about one field, beside it. */
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../../shared/model/finding.ts'
import { sentenceOf } from '../../../../shared/text/say.ts'
import { FindingLine } from '../../../parts/finding-line.tsx'
import { keyOfFinding } from '../findings.ts'

/** True when something said here blocks a submission. */
export const blocks = (findings: readonly Finding[]) =>
  findings.some(({ severity }) => severity === 'blocking')

/** What is wrong is this very field, or this very cell of a table. */
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
  const { t, i18n } = useTranslation('application')
  // The field's name stands beside it: only what is wrong needs saying.
  const short = (finding: Finding) => {
    const key = `here.${sentenceOf(finding)}`
    const said = isNamed(finding, label) && i18n.exists(key, { ns: 'application' })
    return said ? t(key, finding.data) : undefined
  }
  return (
    <Box id={id} sx={{ px: 1, pb: 0.5 }}>
      {findings.map((finding) => (
        <FindingLine key={keyOfFinding(finding)} finding={finding}>
          {short(finding)}
        </FindingLine>
      ))}
    </Box>
  )
}
