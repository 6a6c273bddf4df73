/** A paper for print: made when asked for, paged through, saved and printed. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../../shared/host.ts'
import type { Rendering } from '../../../../shared/model/application.ts'
import type { Progress } from '../../../../shared/wire.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { fileSize } from '../../../app/format.ts'
import { useHost } from '../../../app/surroundings.ts'
import type { Act } from '../../../app/use-act.ts'
import type { CallError } from '../../../app/wire.ts'
import { FilePreview } from '../../../parts/file-preview.tsx'
import { ProgressLine } from '../../../parts/progress-line.tsx'
import { useApplication } from '../application-context.ts'
import { useFileName } from '../use-file-name.ts'

type Props = {
  readonly name: string
  readonly hint: string
  readonly make: string
  readonly making: string
  readonly again: string
  readonly made: Rendering | undefined
  readonly isPending: boolean
  readonly progress: Progress | null
  readonly error: CallError | null
  readonly onMake: () => void
  /** Makes it once more, into the file that was picked. */
  readonly onSave: (place: Picked, done: () => void) => void
  readonly onCancel: () => void
  readonly onForget: () => void
  readonly children?: ReactNode
}

/** What a paper needs of the call that makes it, and makes it again into a file. */
export function madeBy(
  act: Pick<Act<'application.bind'>, 'isPending' | 'progress' | 'error' | 'cancel' | 'reset'>,
  make: (to?: string, done?: () => void) => void,
) {
  return {
    isPending: act.isPending,
    progress: act.progress,
    error: act.error,
    onMake: () => make(),
    onSave: (place: Picked, done: () => void) => make(place.handle, done),
    onCancel: act.cancel,
    onForget: act.reset,
  }
}

export function MadePaper(props: Props) {
  const { name, hint, make, making, isPending, progress, error } = props
  // What was made stays in sight while it is made once more.
  const [made, setMade] = useState(props.made)
  if (props.made && props.made !== made) setMade(props.made)
  const { view, inHand } = useApplication()
  const ready = inHand.state === 'saved'
  return (
    <Box sx={{ display: 'flex', gap: 3, flex: 1, minHeight: 0 }}>
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <FaultAlert error={error} onRetry={props.onMake} onClose={props.onForget} />
        {isPending && <ProgressLine label={making} progress={progress} onCancel={props.onCancel} />}
        {made ? (
          <Box sx={{ flex: 1, minHeight: 0 }}>
            <FilePreview
              sha256={made.sha256}
              media="application/pdf"
              name={`${view.title} ${name}`}
            />
          </Box>
        ) : (
          <Box sx={{ m: 'auto', maxWidth: '32rem', textAlign: 'center' }}>
            <Typography sx={{ color: 'text.secondary', mb: 2 }}>{hint}</Typography>
            <Button
              variant="contained"
              loading={isPending}
              disabled={!ready}
              onClick={props.onMake}
            >
              {make}
            </Button>
          </Box>
        )}
      </Box>
      {made && <Beside {...props} made={made} />}
    </Box>
  )
}

function Beside({
  name,
  made,
  again,
  isPending,
  onMake,
  onSave,
  children,
}: Props & { made: Rendering }) {
  const { t } = useTranslation('print')
  const host = useHost()
  const nameOf = useFileName()
  const [saved, setSaved] = useState<Picked | null>(null)
  const save = async () => {
    const offered = nameOf('pdf').replace(/\.pdf$/, `_${name}.pdf`)
    const place = await host.pickSave({ title: t('save'), name: offered })
    if (place) onSave(place, () => setSaved(place))
  }
  return (
    <Box
      component="aside"
      sx={{
        width: '20rem',
        flex: 'none',
        overflow: 'auto',
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'flex-start',
        gap: 1,
      }}
    >
      <Typography variant="body2">
        {t('pages', { pages: made.pages, size: fileSize(made.size) })}
      </Typography>
      <Button variant="contained" loading={isPending} onClick={() => void save()}>
        {t('save')}
      </Button>
      {saved && (
        <Alert severity="success" sx={{ width: '100%' }}>
          <Button size="small" onClick={() => void host.openFile({ handle: saved.handle })}>
            {t('saved', { name: saved.name })}
          </Button>
        </Alert>
      )}
      <Button variant="outlined" disabled={isPending} onClick={onMake}>
        {again}
      </Button>
      {children}
    </Box>
  )
}
