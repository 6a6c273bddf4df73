/** One file of the bundle beside the text, taken out of the verified copy and shown by its hash. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useHost } from '../../app/surroundings.ts'
import { useAct } from '../../app/use-act.ts'
import { useAsk } from '../../app/use-ask.ts'
import { Asked } from '../../parts/asked.tsx'
import { FilePreview } from '../../parts/file-preview.tsx'
import { StoredPreview } from '../../parts/stored-preview.tsx'

export type ShownFile = { readonly path: string; readonly name: string }

type Props = { readonly seq: number; readonly file: ShownFile }

/** OFD, Office and texts, which the engine reads out of the verified copy. */
function ReadPaper({ seq, file }: Props) {
  const [page, setPage] = useState(1)
  const ask = useAsk('review.preview', { seq, path: file.path, page }, { keep: true })
  return <StoredPreview ask={ask} page={page} onPage={setPage} name={file.name} />
}

export function PaperPreview({ seq, file }: Props) {
  const { t } = useTranslation('review')
  const host = useHost()
  const ask = useAsk('review.paper', { seq, path: file.path })
  const save = useAct('review.saveFile', { key: file.path })
  const run = async () => {
    const place = await host.pickSave({ title: t('paper.save'), name: file.name })
    if (place) save.mutate({ seq, path: file.path, to: place.handle })
  }
  return (
    <Stack spacing={1} sx={{ height: '100%', minHeight: 0 }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Typography variant="body2" noWrap title={file.name} sx={{ flexGrow: 1 }}>
          {file.name}
        </Typography>
        <Button size="small" loading={save.isPending} onClick={() => void run()}>
          {t('paper.save')}
        </Button>
      </Stack>
      <FaultAlert error={save.error} onClose={save.reset} />
      <Box sx={{ flex: 1, minHeight: 0 }}>
        <Asked ask={ask}>
          {({ sha256, media }) => (
            <FilePreview sha256={sha256} media={media} name={file.name}>
              <ReadPaper key={file.path} seq={seq} file={file} />
            </FilePreview>
          )}
        </Asked>
      </Box>
    </Stack>
  )
}
