/** 验证提交包: what is this bundle worth, and from whom does it come? Needs no vault. */
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { Picked } from '../../../shared/host.ts'
import { useHost } from '../../app/surroundings.ts'
import { useAct } from '../../app/use-act.ts'
import { DropTarget } from '../../parts/drop-target.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { PageShell } from '../../parts/page-shell.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Verification } from '../../parts/verify/verification.tsx'
import { KnownSigners } from './known-signers.tsx'

type Files = readonly Picked[]

/** One of the files, the others as candidates for its other volumes. */
function OneBundle({ file, others }: { readonly file: Picked; readonly others: Files }) {
  const act = useAct('bundle.verify', { key: file.handle })
  const { mutate } = act
  useEffect(() => {
    mutate({ file: file.handle, others: others.map(({ handle }) => handle) })
  }, [file, others, mutate])
  return (
    <Panel title={file.name}>
      <Verification act={act} file={file} others={others} />
    </Panel>
  )
}

export function VerifyPage() {
  const { t } = useTranslation('proof')
  const host = useHost()
  const { state } = useLocation() as { readonly state: { readonly files?: Files } | null }
  const [picked, setPicked] = useState<Files | null>(null)
  // Those that the program was opened with come by the address, over and over.
  const [given, setGiven] = useState(state?.files)
  if (given !== state?.files) {
    setGiven(state?.files)
    setPicked(null)
  }
  const files = picked ?? given ?? []
  const pick = async () => {
    const chosen = await host.pickFiles({ title: t('verify.pick') })
    if (chosen.length > 0) setPicked(chosen)
  }
  return (
    <DropTarget label={t('verify.drop')} onFiles={setPicked} fill>
      <PageShell
        title={t('verify.title')}
        question={t('verify.question')}
        actions={
          <Button variant="contained" onClick={() => void pick()}>
            {t('verify.pick')}
          </Button>
        }
      >
        <Stack spacing={2} sx={{ maxWidth: '60rem' }}>
          {files.length === 0 && (
            <EmptyState title={t('verify.none')} hint={t('verify.noneHint')} />
          )}
          {files.length > 1 && (
            <Typography variant="body2" color="textSecondary">
              {t('verify.several')}
            </Typography>
          )}
          {files.map((file) => (
            <OneBundle
              key={file.handle}
              file={file}
              others={files.filter(({ handle }) => handle !== file.handle)}
            />
          ))}
          <KnownSigners />
        </Stack>
      </PageShell>
    </DropTarget>
  )
}
