/** Searching the policy library. Pure. */
import type { Policy } from '../../../shared/model/policy.ts'
import { wordsIn } from './filter.ts'

const toldOf = ({ title, number, publisher, published, gist, contact, chapter }: Policy): string =>
  [title, number, publisher, published, chapter, contact, ...gist].join(' ')

/** The policies in which every word stands; all of them for an empty text. */
export const policiesWith = (policies: readonly Policy[], text: string): readonly Policy[] =>
  policies.filter((policy) => wordsIn(toldOf(policy), text))
