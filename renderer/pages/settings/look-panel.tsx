import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useTranslation } from 'react-i18next'
import { languages } from '../../app/i18n.ts'
import { usePreferences, zooms } from '../../app/preferences.ts'
import { FactTable } from '../../parts/fact-table.tsx'
import { Panel } from '../../parts/panel.tsx'

type ChoiceProps<T> = {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly text: string }[]
  readonly onChange: (value: T) => void
}

function Choice<T extends string | number>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      color="primary"
      aria-label={label}
      value={value}
      onChange={(_, next: T | null) => next !== null && onChange(next)}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} value={option.value}>
          {option.text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

/** Language, theme, density, zoom: kept on this computer. */
export function LookPanel() {
  const { t } = useTranslation()
  const { preferences, change } = usePreferences()
  const themes = ['light', 'dark', 'system'] as const
  const densities = ['comfortable', 'compact'] as const
  return (
    <Panel title={t('settings:look.title')} hint={t('settings:look.hint')}>
      <FactTable
        rows={[
          [
            t('settings:look.language'),
            <Choice
              key="language"
              label={t('settings:look.language')}
              value={preferences.language}
              options={languages.map((value) => ({
                value,
                text: t(`settings:language.${value}`),
              }))}
              onChange={(language) => change({ language })}
            />,
          ],
          [
            t('settings:look.theme'),
            <Choice
              key="theme"
              label={t('settings:look.theme')}
              value={preferences.theme}
              options={themes.map((value) => ({ value, text: t(`settings:theme.${value}`) }))}
              onChange={(theme) => change({ theme })}
            />,
          ],
          [
            t('settings:look.density'),
            <Choice
              key="density"
              label={t('settings:look.density')}
              value={preferences.density}
              options={densities.map((value) => ({
                value,
                text: t(`settings:density.${value}`),
              }))}
              onChange={(density) => change({ density })}
            />,
          ],
          [
            t('settings:look.zoom'),
            <Choice
              key="zoom"
              label={t('settings:look.zoom')}
              value={preferences.zoom}
              options={zooms.map((value) => ({ value, text: `${value}%` }))}
              onChange={(zoom) => change({ zoom })}
            />,
          ],
        ]}
      />
    </Panel>
  )
}
