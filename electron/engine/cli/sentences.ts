/** The command line speaks Chinese, in the sentences that the page and the bundle use too. */
import type { Fault } from '../../../shared/fault.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import {
  type Data,
  faultSentence,
  findingText,
  type Sentences,
  say,
} from '../../../shared/text/say.ts'
import cli from '../../../shared/text/zh-CN/cli.json' with { type: 'json' }
import fault from '../../../shared/text/zh-CN/fault.json' with { type: 'json' }
import finding from '../../../shared/text/zh-CN/finding.json' with { type: 'json' }
import terms from '../../../shared/text/zh-CN/terms.json' with { type: 'json' }

export const cliText = (key: keyof typeof cli, data: Data = {}): string => say(cli, key, data)
export const faultText = ({ code, data }: Pick<Fault, 'code' | 'data'>): string =>
  say(fault, faultSentence(code, data), data)
export const surpriseText = (ref: string): string => say(fault, 'unexpected', { ref })
export const findingSentence = (found: Finding): string => findingText(finding as Sentences, found)
export const term = (key: string): string => say(terms as Sentences, key)
