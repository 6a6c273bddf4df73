import DialogContentText from '@mui/material/DialogContentText'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { titles } from '../../../shared/registry/registry.ts'
import { useAct } from '../../app/use-act.ts'
import { AskDialog } from '../../parts/ask-dialog.tsx'
import { type Award, TitleFields } from '../../parts/title-fields.tsx'

const codes = titles.map(({ code }) => code)
const blank: Award = { code: '', number: '', level: '', issued: '', expires: null }

/** A title that is held, written down by hand; its certificate may come later, or never. */
export function AddTitle({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('course')
  const add = useAct('honour.add')
  const [award, setAward] = useState(blank)
  const ready = award.code !== '' && award.issued !== ''
  return (
    <AskDialog
      title={t('titles.add')}
      go={t('titles.keep')}
      reason={ready ? null : t('titles.needs')}
      act={add}
      onGo={() => add.mutate(award, { onSuccess: onClose })}
      onClose={onClose}
    >
      <DialogContentText>{t('award.hint')}</DialogContentText>
      <TitleFields codes={codes} award={award} onChange={setAward} />
    </AskDialog>
  )
}
