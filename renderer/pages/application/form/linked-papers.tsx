/** 相关证明材料: the papers linked in step 3, in the order of the checklist. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { slotsOf } from '../../../../shared/programme/track.ts'
import { paths } from '../../../app/paths.ts'
import { useApplication } from '../application-context.ts'

export function LinkedPapers() {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const titles = new Map(slotsOf(view.pack, view.track).map((slot) => [slot.id, slot.title]))
  const held = view.slots.filter((slot) => slot.materials.length > 0)
  return (
    <Box sx={{ mt: 2 }}>
      {held.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('form.noPapers')}
        </Typography>
      )}
      <Box component="ol" sx={{ pl: 3, my: 1, typography: 'body2' }}>
        {held.flatMap((slot) =>
          slot.materials.map((material) => (
            <li key={`${slot.id}${material.sha256}`}>
              {titles.get(slot.id)}：{material.name}
            </li>
          )),
        )}
      </Box>
      <Button component={Link} to={paths.application(view.id, 'materials')} size="small">
        {t('form.toPapers')}
      </Button>
    </Box>
  )
}
