/** facts: what a machine reads in materials of the vault, with sources and doubts. */

import type { MaterialReading } from '../../../shared/model/material.ts'
import { materialKinds } from '../../../shared/registry/registry.ts'
import { doubtText, factText, markText, troubleText } from '../../../shared/text/extraction.ts'
import { type Sentences, say } from '../../../shared/text/say.ts'
import extract from '../../../shared/text/zh-CN/extract.json' with { type: 'json' }
import { readMaterial } from '../archive/read-facts.ts'
import { type Command, withHouse } from './command.ts'

const sentences: Sentences = extract

function linesOf({ material, reading }: MaterialReading): string[] {
  const kind = materialKinds.find(({ id }) => id === material.kind)
  const label = kind?.label['zh-CN'] ?? material.kind
  const head = `${material.sha256} ${label} ${material.name}`
  if (!reading) return [head, `  ${say(sentences, 'nothing')}`]
  const labelOf = (key: string) =>
    kind?.facts.find((fact) => fact.key === key)?.label['zh-CN'] ?? key
  const { facts, doubts, marks, trouble } = reading
  const lines = [
    ...facts.map((fact) => factText(sentences, labelOf, fact)),
    ...doubts.map((doubt) =>
      say(sentences, 'doubt', { text: doubtText(sentences, labelOf, doubt) }),
    ),
    ...marks.map((mark) => markText(sentences, mark)),
    ...(trouble ? [troubleText(sentences, trouble)] : []),
    ...(material.confirmed ? [] : [say(sentences, 'unconfirmed')]),
  ]
  return [head, ...lines.map((line) => `  ${line}`)]
}

export const factsCommand: Command = {
  usage: 'facts --vault DIR SHA256…',
  options: { vault: { type: 'string' } },
  needs: ['vault'],
  positionals: [1, Number.POSITIVE_INFINITY],
  run: (values, positionals, tools) =>
    withHouse(values, tools, async (house) => {
      const readings: MaterialReading[] = []
      for (const sha256 of positionals) {
        readings.push(await readMaterial(house, { sha256 }, tools.job))
      }
      const failed = readings.some(({ reading }) => reading?.trouble)
      return {
        exit: failed ? 1 : 0,
        json: { materials: readings },
        lines: readings.flatMap(linesOf),
      }
    }),
}
