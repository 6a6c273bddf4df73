/**
 * Writes out/pack-guide.md, the guide for whoever writes a programme pack (`npm run pack:guide`).
 * Fields and kinds come from the schema, examples from the shipped packs, codes from the registry;
 * only the sentences are written, in pack-guide.zh.json. A part, field or kind without its sentence
 * stops the run: the guide cannot fall behind the schema.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadShelf } from '../electron/engine/programme/shelf.ts'
import type { Pack } from '../shared/programme/pack.ts'
import faults from '../shared/text/zh-CN/pack.json' with { type: 'json' }
import { codeTables } from './pack-codes.ts'
import { type Example, type Node, shortest } from './pack-examples.ts'
import {
  type FieldRow,
  fieldsOf,
  namesOf,
  operands,
  parts,
  rules,
  sourceSchema,
  typeOf,
} from './pack-fields.ts'
import words from './pack-guide.zh.json' with { type: 'json' }

type Said = Readonly<Record<string, string>>

/** Every kind of rule that the schema knows, in its order. */
export const ruleKinds: readonly string[] = rules.flatMap(namesOf)

/** The sentence for a path: that of its longest tail that has one. Throws where none has. */
function sentence(said: Said, path: string): string {
  const steps = path.split('.')
  const tail = steps
    .map((_, i) => steps.slice(i).join('.'))
    .find((each) => Object.hasOwn(said, each))
  if (tail === undefined) throw new Error(`build/pack-guide.zh.json does not explain ${path}`)
  return said[tail] ?? ''
}

const line = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  rows.length > 0 ? ['', line(head), line(head.map(() => '---')), ...rows.map(line)] : []
const fieldTable = (rows: readonly FieldRow[], said: Said, prefix: string) =>
  table(
    words.columns,
    rows.map(({ path, type, need }) => [`\`${path}\``, type, need, sentence(said, prefix + path)]),
  )

function heading(said: Readonly<Record<string, readonly string[]>>, name: string) {
  const [title, text] = said[name] ?? []
  if (!title || !text) throw new Error(`build/pack-guide.zh.json does not explain ${name}`)
  return ['', `### \`${name}\` ${title}`, '', text]
}

const json = (value: unknown) => ['', '```json', JSON.stringify(value, null, 2), '```']
const exampleOf = (found: Example | undefined, written: unknown) =>
  found
    ? ['', `${words.example} ${found.from}`, ...json(found.rule)]
    : ['', words.unshipped, ...json(written)]

const partLines = () => {
  // Written where they stand first; a track's are the same.
  const stop = parts.filter(({ isList }) => isList).map(({ name }) => name)
  return parts.flatMap(({ name, schema, isList }) => {
    const fields = fieldsOf(schema, ['source', ...stop])
    return [
      ...heading(words.parts, name),
      ...(fields.length > 0 ? [] : ['', `${words.columns[1]}：${typeOf(schema)}`]),
      ...fieldTable(fields, words.fields, `${name}${isList ? '[]' : ''}.`),
    ]
  })
}

const ruleLines = (packs: readonly Pack[]) =>
  rules.flatMap((schema) =>
    namesOf(schema).flatMap((kind) => [
      ...heading(words.rules, kind),
      ...fieldTable(
        fieldsOf(schema, []).filter(({ path }) => path !== 'kind'),
        words.ruleFields,
        `${kind}.`,
      ),
      ...exampleOf(
        shortest(packs, (node) => node.kind === kind),
        (words.written as Node)[kind],
      ),
    ]),
  )

const operandLines = (packs: readonly Pack[]) =>
  operands.flatMap((schema) => {
    const [name = ''] = namesOf(schema)
    const wanted = (node: Node) => name in node && !('kind' in node)
    return [
      ...heading(words.operands, name),
      ...exampleOf(shortest(packs, wanted), (words.written as Node)[name]),
    ]
  })

const codeLines = () =>
  codeTables.flatMap(({ title, rows }) => [
    '',
    `### ${title}`,
    ...table(words.registryColumns, rows),
  ])

const section = (title: string, text: readonly string[], lines: readonly string[] = []) => [
  '',
  `## ${title}`,
  ...text.flatMap((each) => ['', each]),
  ...lines,
]

/** The whole guide as Markdown. Throws where the schema has a part that is not explained. */
export function packGuide(packs: readonly Pack[]): string {
  const { headings, steps, notation } = words
  const faultLines = Object.values(faults).map((each) => `- ${each.replace(/\{\{\w+\}\}/g, '…')}`)
  return [
    ...[`# ${words.title}`, ...words.intro.flatMap((each) => ['', each])],
    ...section(steps.title, [], ['', ...steps.items.map((each, i) => `${i + 1}. ${each}`)]),
    ...section(notation.title, [], ['', ...notation.items.map((each) => `- ${each}`)]),
    ...section(headings.parts, [], partLines()),
    ...section(
      headings.source,
      words.source.text,
      fieldTable(fieldsOf(sourceSchema, []), words.source.fields, ''),
    ),
    ...section(headings.rules, words.rulesText, ruleLines(packs)),
    ...section(headings.operands, words.operandsText, operandLines(packs)),
    ...section(headings.registry, words.registryText, codeLines()),
    ...section(headings.check, words.checkText, ['', ...faultLines]),
    '',
  ].join('\n')
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const { packs } = loadShelf(join(root, 'assets/programmes'))
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(join(root, 'out/pack-guide.md'), packGuide(packs.map(({ pack }) => pack)))
}
