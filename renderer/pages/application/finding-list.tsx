/** Findings as links to where they are put right. */
import List from '@mui/material/List'
import ListItem from '@mui/material/ListItem'
import ListItemButton from '@mui/material/ListItemButton'
import type { Finding } from '../../../shared/model/finding.ts'
import { FindingLine } from '../../parts/finding-line.tsx'
import { useApplication } from './application-context.ts'
import { keyOfFinding } from './findings.ts'

export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const { goToPlace } = useApplication()
  return (
    <List dense disablePadding>
      {findings.map((finding) => (
        <ListItem key={keyOfFinding(finding)} disablePadding>
          <ListItemButton sx={{ px: 1, borderRadius: 1 }} onClick={() => goToPlace(finding.place)}>
            <FindingLine finding={finding} />
          </ListItemButton>
        </ListItem>
      ))}
    </List>
  )
}
