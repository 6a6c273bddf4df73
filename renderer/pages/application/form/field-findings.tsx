/** What the check says about one field, beside it. */
import Box from '@mui/material/Box'
import type { Finding } from '../../../../shared/model/finding.ts'
import { FindingLine } from '../../../parts/finding-line.tsx'

type Props = { readonly id: string; readonly findings: readonly Finding[] }

export function FieldFindings({ id, findings }: Props) {
  if (findings.length === 0) return null
  return (
    <Box id={id} sx={{ px: 1, pb: 0.5 }}>
      {findings.map((finding) => (
        <FindingLine key={`${finding.code}${JSON.stringify(finding.data)}`} finding={finding} />
      ))}
    </Box>
  )
}
