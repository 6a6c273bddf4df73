/** How large one file may be: what is larger leaves in volumes. */
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'

const mib = 1024 * 1024

/** The most that fits on each, with room for the disc's own file system. */
export const volumeSizes = {
  /** FAT32, a DVD and a plain ZIP alike: just below 4 GiB. */
  whole: 0xffff_fffe,
  cd: 640 * mib,
  mail: 100 * mib,
  small: 20 * mib,
} as const
export type VolumeSize = keyof typeof volumeSizes

type Props = { readonly chosen: VolumeSize; readonly onChoose: (size: VolumeSize) => void }

export function VolumeChoice({ chosen, onChoose }: Props) {
  const { t } = useTranslation('proof')
  return (
    <TextField
      select
      label={t('volume.label')}
      helperText={t('volume.hint')}
      value={chosen}
      onChange={(event) => onChoose(event.target.value as VolumeSize)}
    >
      {(Object.keys(volumeSizes) as VolumeSize[]).map((size) => (
        <MenuItem key={size} value={size}>
          {t(`volume.size.${size}`)}
        </MenuItem>
      ))}
    </TextField>
  )
}
