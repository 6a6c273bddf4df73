/**
 * Every sentence by key `<topic>:<key>`: topics of `shared/text` (shared with engine, command line
 * and bundle) and one per page in `renderer/text`. Files are flat; a dot in a key is only a dot.
 */
import { createInstance, type i18n } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Label } from '../../shared/registry/registry.ts'
import { filledGap } from '../../shared/text/figure.ts'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

type Sentences = Readonly<Record<string, string>>

const files: Readonly<Record<string, Sentences>> = import.meta.glob(
  ['../../shared/text/*/*.json', '../text/*/*.json'],
  { eager: true, import: 'default' },
)

/** Language → topic → sentences, by where the files lie. */
export function resources(): Record<Language, Record<string, Sentences>> {
  const found: Record<Language, Record<string, Sentences>> = { 'zh-CN': {}, en: {} }
  for (const [path, sentences] of Object.entries(files)) {
    const [language, file] = path.split('/').slice(-2)
    const topic = file?.replace(/\.json$/, '')
    if ((language === 'zh-CN' || language === 'en') && topic) {
      found[language][topic] = { ...found[language][topic], ...sentences }
    }
  }
  return found
}

/** Ready at once: all sentences came with the page. */
export function startTexts(language: Language): i18n {
  const texts = createInstance()
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    resources: resources(),
    defaultNS: 'frame',
    keySeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  texts.services.formatter?.add('figure', (value, _, data) =>
    filledGap(value, 'figure', data ?? {}),
  )
  return texts
}

/** The language that is shown now. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN'
}

/** Picks the shown language out of a registry's label. */
export function useLabel(): (label: Label) => string {
  const language = useLanguage()
  return (label) => label[language]
}
