import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { MaterialView } from '../../../../shared/model/material.ts'
import type { PaperVersion } from '../../../../shared/model/version.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { instant } from '../../../app/format.ts'
import { paths } from '../../../app/paths.ts'
import { useAct } from '../../../app/use-act.ts'
import { ReasonButton } from '../../../parts/reason-button.tsx'
import { StateMark } from '../../../parts/state-mark.tsx'
import { Quiet, Section } from './material-uses.tsx'
import { PickPaper } from './pick-paper.tsx'

type LineProps = {
  readonly version: PaperVersion
  readonly own: boolean
  readonly newest: boolean
}

function Version({ version, own, newest }: LineProps) {
  const { t } = useTranslation()
  const { sha256, name, importedAt, validTo, uses, bundles } = version
  const span = validTo ? t('archive:until', { day: validTo }) : ''
  const places = [
    ...uses.map((use) => t('archive:version.use', { title: use.title, edition: use.edition })),
    ...bundles.map((bundle) => t('archive:version.bundle', { bundle: bundle.bundle })),
  ]
  return (
    <Stack sx={{ overflowWrap: 'anywhere' }}>
      {own ? (
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {name}
        </Typography>
      ) : (
        <Link component={RouterLink} to={paths.material(sha256)} variant="body2">
          {name}
        </Link>
      )}
      {newest && <StateMark tone="good">{t('archive:version.newest')}</StateMark>}
      <Quiet>
        {[t('archive:version.at', { at: instant(importedAt).slice(0, 10) }), span, ...places]
          .filter(Boolean)
          .join('　')}
      </Quiet>
    </Stack>
  )
}

type Props = { readonly view: MaterialView; readonly disabled: string | null }

/** The versions of a paper, newest first, and where each went. */
export function VersionSection({ view, disabled }: Props) {
  const { t } = useTranslation()
  const { material, versions } = view
  const { sha256 } = material
  const replace = useAct('material.replace', { key: sha256 })
  const [picking, setPicking] = useState(false)
  const at = versions.findIndex((version) => version.sha256 === sha256)
  const replaces = at >= 0 && at < versions.length - 1
  return (
    <Section title={t('archive:version.title')}>
      {versions.length === 0 && <Quiet>{t('archive:version.none')}</Quiet>}
      {at > 0 && <StateMark tone="doubt">{t('archive:version.old')}</StateMark>}
      {versions.map((version, place) => (
        <Version
          key={version.sha256}
          version={version}
          own={version.sha256 === sha256}
          newest={place === 0}
        />
      ))}
      <Stack direction="row" spacing={1}>
        {replaces ? (
          <ReasonButton
            size="small"
            reason={disabled}
            loading={replace.isPending}
            onClick={() => replace.mutate({ sha256, older: null })}
          >
            {t('archive:version.part')}
          </ReasonButton>
        ) : (
          <ReasonButton size="small" reason={disabled} onClick={() => setPicking(true)}>
            {t('archive:version.replace')}
          </ReasonButton>
        )}
      </Stack>
      {!picking && <FaultAlert error={replace.error} onClose={replace.reset} />}
      {picking && (
        <PickPaper
          material={material}
          wanted="older"
          error={replace.error}
          onPick={(older) =>
            replace.mutate({ sha256, older }, { onSuccess: () => setPicking(false) })
          }
          onClose={() => {
            replace.reset()
            setPicking(false)
          }}
        />
      )}
    </Section>
  )
}
