/** Finds examples for the guide: parts of rules that really stand in a pack. */
import type { Pack } from '../shared/programme/pack.ts'

export type Node = Readonly<Record<string, unknown>>
/** A part of a condition's rule, and where it stands. */
export type Example = { readonly rule: Node; readonly from: string }

function* nodesIn(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Node
  for (const each of Object.values(value)) yield* nodesIn(each)
}

/** The shortest to read of all parts of all conditions' rules that are `wanted`. */
export function shortest(
  packs: readonly Pack[],
  wanted: (node: Node) => boolean,
): Example | undefined {
  const conditions = packs.flatMap((pack) =>
    [pack, ...pack.tracks].flatMap((part) => part.conditions.map((each) => ({ pack, ...each }))),
  )
  return conditions
    .flatMap(({ pack, id, text, rule }) => {
      const from = `\`${pack.id} ${pack.edition}\` 的 \`${id}\`：${text}`
      return [...nodesIn(rule)].filter(wanted).map((node) => ({ rule: node, from }))
    })
    .toSorted((a, b) => JSON.stringify(a).length - JSON.stringify(b).length)[0]
}
