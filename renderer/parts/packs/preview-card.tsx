/** What a pack file would bring: its faults, or its programme, signature and changes. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { PackPreview } from '../../../shared/model/pack.ts'
import { ReasonButton } from '../reason-button.tsx'
import { StateMark } from '../state-mark.tsx'
import { FaultTable } from './fault-table.tsx'
import { PackChanges } from './pack-changes.tsx'

type Props = {
  readonly preview: PackPreview
  readonly busy: boolean
  readonly onImport: (pack: NonNullable<PackPreview['pack']>) => void
  readonly onLeave: () => void
}

export function PreviewCard({ preview, busy, onImport, onLeave }: Props) {
  const { t } = useTranslation('packs')
  const { file, faults, pack, signature } = preview
  const reason = () => {
    if (signature === 'invalid') return t('import.invalid')
    return pack?.standing === 'same' ? t('import.same') : null
  }
  return (
    <Box
      component="section"
      aria-label={t('preview', { file })}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2 }}
    >
      <Stack spacing={1.5}>
        <Typography variant="h3">{t('preview', { file })}</Typography>
        <Signature signature={signature} />
        {pack ? (
          <>
            <Typography>
              {pack.title}
              {t('comma')}
              {t('programmes:edition', { edition: pack.edition })}
            </Typography>
            <StateMark tone={pack.standing === 'same' ? 'none' : 'info'} strong>
              {t(`standing.${pack.standing}`)}
            </StateMark>
            {(pack.standing === 'changed' || pack.standing === 'newEdition') && (
              <>
                <Typography variant="h3">{t('changes', { count: pack.changes.length })}</Typography>
                <PackChanges changes={pack.changes} />
              </>
            )}
          </>
        ) : (
          <FaultTable faults={faults} />
        )}
        <Stack direction="row" spacing={1}>
          {pack && (
            <ReasonButton
              variant="contained"
              loading={busy}
              reason={reason()}
              onClick={() => onImport(pack)}
            >
              {t('import')}
            </ReasonButton>
          )}
          <Button onClick={onLeave}>{t(pack ? 'frame:cancel' : 'frame:close')}</Button>
        </Stack>
      </Stack>
    </Box>
  )
}

function Signature({ signature }: Pick<PackPreview, 'signature'>) {
  const { t } = useTranslation('packs')
  if (signature === null) return <StateMark tone="doubt">{t('signature.none')}</StateMark>
  if (signature === 'invalid') {
    return (
      <StateMark tone="bad" strong>
        {t('signature.invalid')}
      </StateMark>
    )
  }
  return <StateMark tone="good">{t('signature.by', signature)}</StateMark>
}
