import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { Claim, InvoiceView } from '../../../../shared/model/use.ts'
import { fileKind, listed } from '../../../app/format.ts'
import { useLanguage } from '../../../app/i18n.ts'
import { paths } from '../../../app/paths.ts'
import { useAct } from '../../../app/use-act.ts'
import { ReasonButton } from '../../../parts/reason-button.tsx'
import { StateMark } from '../../../parts/state-mark.tsx'
import { Quiet, Section } from './material-uses.tsx'
import { ReleaseDialog } from './release-dialog.tsx'

type ClaimProps = {
  readonly claim: Claim
  readonly sha256: string
  readonly disabled: string | null
}

function ClaimLine({ claim, sha256, disabled }: ClaimProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const release = useAct('material.release', { key: sha256 })
  const { application, title, edition, slotTitle } = claim
  return (
    <Stack spacing={0.5} sx={{ alignItems: 'flex-start' }}>
      <Link component={RouterLink} to={paths.application(application, 'materials')} variant="body2">
        {t('archive:uses.line', { title, edition, slot: slotTitle })}
      </Link>
      {claim.sha256 !== sha256 && <Quiet>{t('archive:claim.through', { name: claim.name })}</Quiet>}
      {claim.release ? (
        <>
          <StateMark tone="info">{t('archive:claim.released', { ...claim.release })}</StateMark>
          <Button
            size="small"
            disabled={disabled !== null}
            loading={release.isPending}
            onClick={() => release.mutate({ sha256, application, reason: '' })}
          >
            {t('archive:claim.reclaim')}
          </Button>
        </>
      ) : (
        <ReasonButton size="small" reason={disabled} onClick={() => setAsking(true)}>
          {t('archive:claim.release')}
        </ReasonButton>
      )}
      {asking && <ReleaseDialog claim={claim} sha256={sha256} onClose={() => setAsking(false)} />}
    </Stack>
  )
}

type Props = {
  readonly invoice: InvoiceView
  readonly media: string
  readonly sha256: string
  /** Why nothing can be changed here now. */
  readonly disabled: string | null
}

/** One invoice, whatever the file: its other files, and which applications claim it. */
export function InvoiceSection({ invoice, media, sha256, disabled }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { copies, claims } = invoice
  const kinds = [media, ...copies.map((copy) => copy.media)].map(fileKind)
  return (
    <Section title={t('archive:claim.title')}>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {t('archive:claim.identity', { invoice: invoice.invoice.replace(/^-/, '') })}
      </Typography>
      {copies.length > 0 && (
        <StateMark tone="info">
          {t('archive:claim.same', { kinds: listed(kinds, language) })}
        </StateMark>
      )}
      {copies.map((copy) => (
        <Link
          key={copy.sha256}
          component={RouterLink}
          to={paths.material(copy.sha256)}
          variant="body2"
          sx={{ overflowWrap: 'anywhere' }}
        >
          {t('archive:claim.copy', { kind: fileKind(copy.media), name: copy.name })}
        </Link>
      ))}
      {claims.length === 0 && <Quiet>{t('archive:claim.none')}</Quiet>}
      {claims.map((claim) => (
        <ClaimLine
          key={`${claim.application}:${claim.slot}:${claim.sha256}`}
          claim={claim}
          sha256={sha256}
          disabled={disabled}
        />
      ))}
    </Section>
  )
}
