import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReadOnly } from '../../app/use-vault.ts'
import { ReasonButton } from '../../parts/reason-button.tsx'
import { PlaceDialog } from './place-dialog.tsx'
import type { Bulk } from './use-bulk.ts'

type Props = { readonly sha256: string; readonly bulk: Bulk }

/** 「放入申报材料…」 for the paper that is open. */
export function PlaceButton({ sha256, bulk }: Props) {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const [open, setOpen] = useState(false)
  return (
    <>
      <ReasonButton
        size="small"
        sx={{ whiteSpace: 'nowrap' }}
        reason={readOnly ? t('archive:readOnly') : null}
        onClick={() => setOpen(true)}
      >
        {t('archive:bulk.place')}
      </ReasonButton>
      {open && <PlaceDialog sha256s={[sha256]} bulk={bulk} onClose={() => setOpen(false)} />}
    </>
  )
}
