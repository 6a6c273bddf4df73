/** 政策包: a pack from a file, looked at first; and the vault's own packs, to be dropped again. */
import UploadFileIcon from '@mui/icons-material/UploadFileOutlined'
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Picked } from '../../../shared/host.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { paths } from '../../app/paths.ts'
import { useHost } from '../../app/surroundings.ts'
import { useAct } from '../../app/use-act.ts'
import { useReadOnly } from '../../app/use-vault.ts'
import { DropTarget } from '../drop-target.tsx'
import { Panel } from '../panel.tsx'
import { ReasonButton } from '../reason-button.tsx'
import { OwnPacks } from './own-packs.tsx'
import { PreviewCard } from './preview-card.tsx'

type Imported = { readonly id: string; readonly edition: string; readonly title: string }

export function PacksPanel() {
  const { t } = useTranslation('packs')
  const host = useHost()
  const readOnly = useReadOnly()
  const preview = useAct('pack.preview')
  const take = useAct('pack.import')
  const [file, setFile] = useState<Picked | null>(null)
  const [done, setDone] = useState<Imported | null>(null)
  const look = ([first]: readonly Picked[]) => {
    if (!first) return
    setDone(null)
    take.reset()
    setFile(first)
    preview.mutate({ file: first.handle })
  }
  const leave = () => {
    setFile(null)
    preview.reset()
    take.reset()
  }
  const bringIn = (pack: Imported) => {
    if (!file) return
    const then = () => {
      setDone(pack)
      leave()
    }
    take.mutate({ file: file.handle }, { onSuccess: then })
  }
  const pick = async () => look(await host.pickFiles({ title: t('pick') }))
  return (
    <Panel
      title={t('title')}
      hint={t('hint')}
      actions={
        <ReasonButton
          variant="outlined"
          startIcon={<UploadFileIcon />}
          reason={readOnly ? t('settings:readOnly') : null}
          onClick={() => void pick()}
        >
          {t('choose')}
        </ReasonButton>
      }
    >
      <DropTarget label={t('drop')} onFiles={look} disabled={readOnly}>
        <Stack spacing={2}>
          <Typography
            variant="body2"
            color="textSecondary"
            sx={{ border: '1px dashed', borderColor: 'divider', borderRadius: 1, p: 2 }}
          >
            {t('about')}
          </Typography>
          {preview.isPending && <Typography role="status">{t('reading')}</Typography>}
          <FaultAlert error={preview.error} onClose={leave} />
          {preview.data && (
            <PreviewCard
              preview={preview.data}
              busy={take.isPending}
              onImport={bringIn}
              onLeave={leave}
            />
          )}
          <FaultAlert error={take.error} onClose={take.reset} />
          {done && <Done pack={done} />}
          <OwnPacks />
        </Stack>
      </DropTarget>
    </Panel>
  )
}

function Done({ pack }: { readonly pack: Imported }) {
  const { t } = useTranslation('packs')
  return (
    <Alert
      severity="success"
      action={
        <Button component={Link} size="small" to={paths.programme(pack.id, pack.edition)}>
          {t('open')}
        </Button>
      }
    >
      {t('done', { title: pack.title, edition: pack.edition })}
    </Alert>
  )
}
