import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Material } from '../../../shared/model/material.ts'
import { materialKinds } from '../../../shared/registry/registry.ts'
import { useLabel } from '../../app/i18n.ts'
import { paths } from '../../app/paths.ts'
import { useAsk } from '../../app/use-ask.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { MaterialMarks } from '../../parts/material-marks.tsx'
import { Panel } from '../../parts/panel.tsx'

/** Papers that say what the enterprise has been recognised for. */
const honourKinds = ['certificate', 'patent', 'copyright'] as const
const columns = ['name', 'kind', 'level', 'issuer', 'validity', 'state'] as const

function HonourRow({ material }: { readonly material: Material }) {
  const labelOf = useLabel()
  const kind = materialKinds.find(({ id }) => id === material.kind)
  return (
    <TableRow>
      <TableCell>
        <MuiLink component={Link} to={paths.material(material.sha256)}>
          {material.facts.title || material.name}
        </MuiLink>
      </TableCell>
      <TableCell>{kind ? labelOf(kind.label) : material.kind}</TableCell>
      <TableCell>{material.facts.level}</TableCell>
      <TableCell>{material.facts.issuer}</TableCell>
      <TableCell>{material.validTo}</TableCell>
      <TableCell>
        <MaterialMarks material={material} />
      </TableCell>
    </TableRow>
  )
}

/** 资质荣誉: what the archive holds of certificates, with level and validity. */
export function HonoursPanel() {
  const { t } = useTranslation()
  const lists = [
    useAsk('material.list', { kind: honourKinds[0], limit: 500 }),
    useAsk('material.list', { kind: honourKinds[1], limit: 500 }),
    useAsk('material.list', { kind: honourKinds[2], limit: 500 }),
  ]
  const held = lists.flatMap(({ data }) => data?.materials ?? [])
  const waiting = lists.some(({ isPending }) => isPending)
  return (
    <Panel title={t('enterprise:honours.title')} hint={t('enterprise:honours.hint')}>
      {held.length === 0 && !waiting ? (
        <EmptyState
          title={t('enterprise:honours.none')}
          hint={t('enterprise:honours.noneHint')}
          action={
            <Button variant="outlined" component={Link} to={paths.archive}>
              {t('enterprise:honours.archive')}
            </Button>
          }
        />
      ) : (
        <Table size="small">
          <TableHead>
            <TableRow>
              {columns.map((column) => (
                <TableCell key={column}>{t(`enterprise:honours.${column}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {held.map((material) => (
              <HonourRow key={material.sha256} material={material} />
            ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  )
}
