import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { BundledIn, MaterialUse } from '../../../../shared/model/use.ts'
import { figure } from '../../../../shared/text/figure.ts'
import { instant } from '../../../app/format.ts'
import { paths } from '../../../app/paths.ts'
import { CopyText } from '../../../parts/copy-text.tsx'
import { StateMark } from '../../../parts/state-mark.tsx'

type SectionProps = { readonly title: string; readonly children: ReactNode }

/** A part of the pane with its heading. */
export function Section({ title, children }: SectionProps) {
  const id = useId()
  return (
    <Stack component="section" aria-labelledby={id} spacing={1}>
      <Typography id={id} variant="h3">
        {title}
      </Typography>
      {children}
    </Stack>
  )
}

export function Quiet({ children }: { readonly children: ReactNode }) {
  return (
    <Typography variant="body2" color="textSecondary">
      {children}
    </Typography>
  )
}

function Use({ use }: { readonly use: MaterialUse }) {
  const { t } = useTranslation()
  return (
    <Box>
      <Link
        component={RouterLink}
        to={paths.application(use.application, 'materials')}
        variant="body2"
      >
        {t('archive:uses.line', { title: use.title, edition: use.edition, slot: use.slotTitle })}
      </Link>
      <Quiet>
        {t(`terms:state.${use.state}`)}
        {use.amount && `　${t('archive:uses.amount', { amount: figure(use.amount) })}`}
      </Quiet>
      {use.ticks.map((tick) => (
        <StateMark key={tick.point} tone="good">
          {tick.name
            ? t('archive:uses.tickBy', { point: tick.point, name: tick.name, day: tick.on })
            : t('archive:uses.tick', { point: tick.point, day: tick.on })}
        </StateMark>
      ))}
    </Box>
  )
}

function Bundle({ bundle }: { readonly bundle: BundledIn }) {
  const { t } = useTranslation()
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      <Typography variant="body2">
        {t('archive:bundles.line', {
          title: bundle.title,
          edition: bundle.edition,
          at: instant(bundle.at),
        })}
      </Typography>
      <Quiet>
        {t('archive:bundles.place', { bundle: bundle.bundle, file: bundle.file })}
        {bundle.amount && `　${t('archive:uses.amount', { amount: figure(bundle.amount) })}`}
      </Quiet>
      <Quiet>{t('archive:bundles.hash')}</Quiet>
      <CopyText text={bundle.bundleSha256} monospace />
    </Box>
  )
}

type Props = { readonly uses: readonly MaterialUse[]; readonly bundles: readonly BundledIn[] }

/** Every application that uses the paper, one click away, and every bundle that it left in. */
export function MaterialUses({ uses, bundles }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <Section title={t('archive:uses')}>
        {uses.length === 0 && <Quiet>{t('archive:uses.none')}</Quiet>}
        {uses.map((use) => (
          <Use key={`${use.application}:${use.slot}`} use={use} />
        ))}
      </Section>
      <Section title={t('archive:bundles')}>
        {bundles.length === 0 && <Quiet>{t('archive:bundles.none')}</Quiet>}
        {bundles.map((bundle) => (
          <Bundle key={`${bundle.receipt}:${bundle.slot}`} bundle={bundle} />
        ))}
      </Section>
    </>
  )
}
