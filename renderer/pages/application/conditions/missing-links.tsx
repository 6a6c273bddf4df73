/** What is still needed to judge a condition, each one click from where it is entered. */
import ArrowForwardIcon from '@mui/icons-material/ArrowForward'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Missing, Verdict } from '../../../../shared/model/verdict.ts'
import { missingLabel } from '../../../../shared/programme/label.ts'
import { useLabel } from '../../../app/i18n.ts'
import { paths } from '../../../app/paths.ts'
import { useApplication } from '../application-context.ts'

const keyOf = (missing: Missing) =>
  `${missing.what} ${missing.ref} ${'year' in missing ? missing.year : ''}`

export function MissingLinks({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation('application')
  const { view, goToPlace } = useApplication()
  const navigate = useNavigate()
  const label = useLabel()
  const go = ({ what, ref }: Missing) => {
    if (what === 'field') goToPlace({ step: 'form', ref })
    else if (what === 'material') goToPlace({ step: 'materials', ref })
    else if (what === 'paper') void navigate(paths.material(ref))
    else void navigate(what === 'title' ? paths.archive : paths.enterprise)
  }
  // Words and texts are supplied by the judgement below, not elsewhere.
  const elsewhere = verdict.missing.filter(({ what }) => what !== 'attestation' && what !== 'text')
  const each = [...new Map(elsewhere.map((missing) => [keyOf(missing), missing]))]
  if (elsewhere.length === 0) return null
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', columnGap: 1, mt: 0.5 }}>
      {each.map(([key, missing]) => (
        <Button key={key} size="small" endIcon={<ArrowForwardIcon />} onClick={() => go(missing)}>
          {t(`missing.${missing.what}`, { name: label(missingLabel(view.pack, missing)) })}
        </Button>
      ))}
    </Stack>
  )
}
