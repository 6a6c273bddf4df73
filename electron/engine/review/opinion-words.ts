/** What an opinion says, line by line, for its page, its PDF and whoever else prints it. Pure. */
import type { Opinion, OpinionReason } from '../../../shared/model/review.ts'
import { type Data, type Sentences, say } from '../../../shared/text/say.ts'
import zh from '../../../shared/text/zh-CN/opinion.json' with { type: 'json' }

/** An opinion is an official paper: it is written in Chinese whatever the reviewer's screen shows. */
export const opinionText = (key: keyof typeof zh, data: Data = {}): string => say(zh, key, data)
const term = (key: string): string => say(zh as Sentences, key)

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

type Lines = readonly (readonly [label: string, value: string])[]

/** The bundle that it is about. */
export function aboutLines({ about }: Opinion): Lines {
  return [
    [opinionText('enterprise'), about.enterprise],
    [opinionText('creditCode'), about.creditCode],
    [opinionText('programme'), about.title],
    [opinionText('edition'), about.edition],
    [opinionText('bundle'), about.bundleId],
    [opinionText('revision'), String(about.revision)],
    [opinionText('exportedAt'), clock.format(new Date(about.exportedAt))],
    [opinionText('tagManifest'), about.tagManifestSha256],
  ]
}

const doubtLines = ({ doubts, reason }: NonNullable<Opinion['signerDoubt']>): Lines => [
  [opinionText('doubts'), doubts.map((each) => term(`doubt.${each}`)).join('；')],
  [opinionText('doubts.reason'), reason],
]

/** Who says what, and when. */
export function verdictLines(opinion: Opinion): Lines {
  const { verdict, reviewer, day, bundle, replaces, signerDoubt } = opinion
  return [
    [opinionText('verdict'), term(`verdict.${verdict}`)],
    [opinionText('office'), reviewer.office],
    [opinionText('level'), term(`level.${reviewer.level}`)],
    [opinionText('reviewer'), reviewer.name],
    [opinionText('day'), day],
    [opinionText('number'), bundle.id],
    ...(replaces === null ? [] : [[opinionText('replaces'), replaces] as const]),
    ...(signerDoubt === null ? [] : doubtLines(signerDoubt)),
  ]
}

const placeText = ({ place, label, material }: OpinionReason): string =>
  `${term(`step.${place.step}`)}：${label}${material ? opinionText('paper', { name: material.name }) : ''}`

/** One row a reason: number, place, kind, text. */
export const reasonRows = ({ reasons }: Opinion): string[][] =>
  reasons.map((reason, at) => [
    String(at + 1),
    placeText(reason),
    term(`kind.${reason.kind}`),
    reason.text,
  ])

export const reasonColumns = [
  { label: opinionText('column.number'), share: 1.2, alignment: 'center' },
  { label: opinionText('column.place'), share: 4 },
  { label: opinionText('column.kind'), share: 2, alignment: 'center' },
  { label: opinionText('column.text'), share: 7 },
] as const
