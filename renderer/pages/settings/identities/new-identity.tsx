import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useAct } from '../../../app/use-act.ts'
import { useAsk } from '../../../app/use-ask.ts'
import { factText } from '../../../parts/fact-text.ts'
import { ReasonButton } from '../../../parts/reason-button.tsx'
import { WritingDialog } from '../../../parts/writing-dialog.tsx'

type FormProps = {
  readonly name: string
  readonly creditCode: string
  readonly onClose: () => void
}

function IdentityForm({ name: givenName, creditCode: givenCode, onClose }: FormProps) {
  const { t } = useTranslation()
  const create = useAct('identity.create')
  const [name, setName] = useState(givenName)
  const [code, setCode] = useState(givenCode)
  const { kept, wrong } = factText('creditCode', code)
  const make = () =>
    create.mutate({ name: name.trim(), creditCode: kept ?? '' }, { onSuccess: onClose })
  return (
    <>
      <DialogContent>
        <Stack spacing={2}>
          <DialogContentText>{t('settings:identity.about')}</DialogContentText>
          <TextField
            autoFocus
            label={t('settings:identity.name')}
            value={name}
            slotProps={{ htmlInput: { maxLength: 200 } }}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            label={t('settings:identity.creditCode')}
            value={code}
            error={wrong !== null}
            helperText={wrong ? t(`frame:fact.wrong.${wrong}`) : t('settings:identity.optional')}
            slotProps={{ htmlInput: { maxLength: 18 } }}
            onChange={(event) => setCode(event.target.value)}
          />
          <FaultAlert error={create.error} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:cancel')}</Button>
        <ReasonButton
          variant="contained"
          reason={name.trim() ? null : t('settings:identity.nameLacks')}
          loading={create.isPending}
          onClick={make}
        >
          {t('settings:identity.make')}
        </ReasonButton>
      </DialogActions>
    </>
  )
}

/** A new signing identity, named after the enterprise unless someone says otherwise. */
export function NewIdentity({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const facts = useAsk('enterprise.open', {}).data?.facts
  return (
    <WritingDialog onClose={onClose}>
      <DialogTitle>{t('settings:identity.new')}</DialogTitle>
      {facts && (
        <IdentityForm
          name={facts.name ?? ''}
          creditCode={facts.creditCode ?? ''}
          onClose={onClose}
        />
      )}
    </WritingDialog>
  )
}
