/** Everything that surrounds the screens: style cache, theme, texts, questions and answers. */
import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import {
  loadPreferences,
  type Preferences,
  PreferencesContext,
  savePreferences,
} from './preferences.ts'
import { SecondThoughts } from './second-thought.tsx'
import { styleNonce } from './style-nonce.ts'
import { type Surroundings, SurroundingsContext } from './surroundings.ts'
import { themeOf } from './theme.ts'

/** Answers stay good until a change says otherwise; nothing is ever asked of a network. */
function newCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** Styles carry the nonce that the host's content security policy names. */
function styleCache(page: Document) {
  const nonce = styleNonce(page)
  return createCache({ key: 'css', prepend: true, ...(nonce ? { nonce } : {}) })
}

type Props = {
  readonly surroundings: Surroundings
  readonly texts: i18n
  readonly children: ReactNode
}

export function Providers({ surroundings, texts, children }: Props) {
  const [styles] = useState(() => styleCache(document))
  const [answers] = useState(newCache)
  const [preferences, setPreferences] = useState(() => loadPreferences(localStorage))
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)')
  const mode = preferences.theme === 'system' ? (systemDark ? 'dark' : 'light') : preferences.theme
  const theme = useMemo(() => themeOf(preferences, mode), [preferences, mode])
  const state = useMemo(() => {
    const change = (part: Partial<Preferences>) => {
      const next = { ...preferences, ...part }
      savePreferences(localStorage, next)
      setPreferences(next)
    }
    return { preferences, change }
  }, [preferences])
  useEffect(() => {
    document.documentElement.lang = preferences.language
    void texts.changeLanguage(preferences.language)
  }, [preferences.language, texts])

  return (
    <CacheProvider value={styles}>
      <PreferencesContext value={state}>
        <ThemeProvider theme={theme}>
          <CssBaseline enableColorScheme />
          <I18nextProvider i18n={texts}>
            <SurroundingsContext value={surroundings}>
              <QueryClientProvider client={answers}>
                <SecondThoughts>{children}</SecondThoughts>
              </QueryClientProvider>
            </SurroundingsContext>
          </I18nextProvider>
        </ThemeProvider>
      </PreferencesContext>
    </CacheProvider>
  )
}
