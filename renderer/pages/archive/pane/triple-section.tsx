import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { Material } from '../../../../shared/model/material.ts'
import type { Triple, TripleSums } from '../../../../shared/model/triple.ts'
import { isTripleKind, type TripleKind, tripleKinds } from '../../../../shared/programme/triple.ts'
import { figure } from '../../../../shared/text/figure.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { paths } from '../../../app/paths.ts'
import { useAct } from '../../../app/use-act.ts'
import { ReasonButton } from '../../../parts/reason-button.tsx'
import { StateMark } from '../../../parts/state-mark.tsx'
import { Quiet, Section } from './material-uses.tsx'
import { PickPaper, usePaperLine } from './pick-paper.tsx'

/** What is contracted, invoiced and paid, and what of it is proven. */
export function TripleSumsLine({ sums }: { readonly sums: TripleSums }) {
  const { t } = useTranslation()
  return (
    <Typography variant="body2">
      {t('archive:triple.sums', {
        contracted: figure(sums.contracted),
        invoiced: figure(sums.invoiced),
        paid: figure(sums.paid),
        proven: figure(sums.proven),
      })}
    </Typography>
  )
}

/** Where the papers contradict each other, and what is not there yet. */
export function TripleDoubts({ doubts }: Pick<Triple, 'doubts'>) {
  const { t } = useTranslation()
  if (doubts.length === 0) return <StateMark tone="good">{t('archive:triple.agree')}</StateMark>
  return doubts.map(({ code, weight, data }) => (
    <StateMark
      key={`${code}${JSON.stringify(data)}`}
      tone={weight === 'contradiction' ? 'bad' : 'unknown'}
    >
      {t(`listing:doubt.${code}`, data)}
    </StateMark>
  ))
}

type MemberProps = {
  readonly paper: Material
  readonly own: boolean
  readonly disabled: string | null
  readonly onLeave: () => void
}

function Member({ paper, own, disabled, onLeave }: MemberProps) {
  const { t } = useTranslation()
  const lineOf = usePaperLine()
  const kind = isTripleKind(paper.kind) ? t(`archive:kind.${paper.kind}`) : ''
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
      <Stack sx={{ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {own ? (
          <Typography variant="body2">{t('archive:triple.this', { kind })}</Typography>
        ) : (
          <Link component={RouterLink} to={paths.material(paper.sha256)} variant="body2">
            {t('archive:triple.member', { kind, name: paper.name })}
          </Link>
        )}
        <Quiet>{lineOf(paper)}</Quiet>
      </Stack>
      <ReasonButton
        size="small"
        reason={disabled}
        aria-label={t('archive:triple.leaveOf', { name: paper.name })}
        onClick={onLeave}
      >
        {t('archive:triple.leave')}
      </ReasonButton>
    </Stack>
  )
}

type Props = {
  readonly material: Material
  readonly triple: Triple | null
  readonly disabled: string | null
}

/** Contract, invoices and payments that belong together, compared with each other. */
export function TripleSection({ material, triple, disabled }: Props) {
  const { t } = useTranslation()
  const { sha256 } = material
  const join = useAct('triple.join', { key: sha256 })
  const leave = useAct('triple.leave', { key: sha256 })
  const [role, setRole] = useState<TripleKind | null>(null)
  if (!isTripleKind(material.kind) && !triple) return null
  return (
    <Section title={t('archive:triple.title')}>
      {!triple && <Quiet>{t('archive:triple.none')}</Quiet>}
      {triple?.materials.map((paper) => (
        <Member
          key={paper.sha256}
          paper={paper}
          own={paper.sha256 === sha256}
          disabled={disabled}
          onLeave={() => leave.mutate({ sha256: paper.sha256 })}
        />
      ))}
      {triple && <TripleSumsLine sums={triple.sums} />}
      {triple && <TripleDoubts doubts={triple.doubts} />}
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
        {tripleKinds.map((kind) => (
          <ReasonButton key={kind} size="small" reason={disabled} onClick={() => setRole(kind)}>
            {t(`archive:triple.add.${kind}`)}
          </ReasonButton>
        ))}
      </Stack>
      <FaultAlert error={leave.error} onClose={leave.reset} />
      {role && (
        <PickPaper
          material={material}
          wanted={role}
          error={join.error}
          onPick={(other) => join.mutate({ sha256, other }, { onSuccess: () => setRole(null) })}
          onClose={() => {
            join.reset()
            setRole(null)
          }}
        />
      )}
    </Section>
  )
}
