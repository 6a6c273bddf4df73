/** The sentences that a bundle is written with. */

import type { Finding } from '../../../shared/model/finding.ts'
import en from '../../../shared/text/en/bundle.json' with { type: 'json' }
import enFindings from '../../../shared/text/en/finding.json' with { type: 'json' }
import { type Data, findingText, say } from '../../../shared/text/say.ts'
import zh from '../../../shared/text/zh-CN/bundle.json' with { type: 'json' }
import zhFindings from '../../../shared/text/zh-CN/finding.json' with { type: 'json' }

export type Language = 'zh-CN' | 'en'
export type Words = {
  readonly language: Language
  readonly say: (key: keyof typeof zh, data?: Data) => string
  readonly finding: (finding: Finding) => string
}

const sentences = {
  'zh-CN': { bundle: zh, findings: zhFindings },
  en: { bundle: en, findings: enFindings },
} as const

/** The sentences of one language. */
export const wordsIn = (language: Language): Words => ({
  language,
  say: (key, data) => say(sentences[language].bundle, key, data),
  finding: (finding) => findingText(sentences[language].findings, finding),
})
