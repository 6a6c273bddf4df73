/** Reads the pack schema as tables of fields, for the guide. Knows no sentence of its own. */
import { z } from 'zod'
import { pack } from '../shared/programme/pack.ts'
import words from './pack-guide.zh.json' with { type: 'json' }

type Json = z.core.JSONSchema.JSONSchema
type Said = Readonly<Record<string, string>>
/** A field by its path below the part, in the columns that the guide shows. */
export type FieldRow = { readonly path: string; readonly type: string; readonly need: string }

const schema = z.toJSONSchema(pack, { io: 'input' }) as Json
const propertiesOf = (each: Json) => (each.properties ?? {}) as Readonly<Record<string, Json>>
const branchesOf = (each: Json) => [...(each.oneOf ?? []), ...(each.anyOf ?? [])] as Json[]
const constantsOf = (each: Json) =>
  each.const === undefined ? ((each.enum ?? []) as string[]) : [String(each.const)]
const innerOf = (each: Json) => (each.type === 'array' ? (each.items as Json) : each)
const isRule = (each: Json) => branchesOf(each).every((branch) => 'kind' in propertiesOf(branch))
const definitionOf = (ref: string) => (schema.$defs?.[ref.split('/').at(-1) ?? ''] ?? {}) as Json

/** The parts of a pack, in the schema's order. */
export const parts = Object.entries(propertiesOf(schema)).map(([name, each]) => ({
  name,
  schema: each,
  isList: each.type === 'array',
}))
export const sourceSchema = propertiesOf(propertiesOf(schema).department ?? {}).source ?? {}
const definitions = Object.values(schema.$defs ?? {}) as Json[]
export const rules = definitions.filter(isRule).flatMap(branchesOf)
export const operands = definitions.filter((each) => !isRule(each)).flatMap(branchesOf)

/** The kinds that one branch of the rule schema stands for; of an operand, its first key. */
export const namesOf = (branch: Json): readonly string[] => {
  const { kind } = propertiesOf(branch)
  return kind ? constantsOf(kind) : Object.keys(propertiesOf(branch)).slice(0, 1)
}

export function typeOf(each: Json): string {
  const values = constantsOf(each)
  if (each.$ref) return isRule(definitionOf(each.$ref)) ? words.types.rule : words.types.operand
  if ('clause' in propertiesOf(each)) return words.types.source
  if (values.length > 0) return values.map((value) => `\`${value}\``).join(' ')
  if (each.prefixItems) return words.types.pair
  if (each.type === 'array') return `${words.types.list}：${typeOf(innerOf(each))}`
  if (branchesOf(each).length > 0) return [...new Set(branchesOf(each).map(typeOf))].join(' / ')
  if (each.format === 'date') return words.types.date
  if (each.pattern?.startsWith('^-?')) return words.types.decimal
  if (each.pattern?.startsWith('^[a-z0-9]')) return words.types.id
  return (words.types as Said)[String(each.type)] ?? String(each.type)
}

/** What tells this branch of a union from the others. */
const kindsOf = (branch: Json) => {
  const { kind, type } = propertiesOf(branch)
  return constantsOf(kind ?? type ?? {})
}

const needOf = (each: Json, required: boolean) => {
  const fallback = each.default === undefined ? '' : `，${JSON.stringify(each.default)}`
  return required ? words.required : `${words.optional}${fallback}`
}

/** Several branches of a union ask for one field: with all their values, needed if all need it. */
function merged(name: string, held: readonly Json[]): Json {
  const all = held.map((each) => propertiesOf(each)[name] ?? {})
  const values = [...new Set(all.flatMap(constantsOf))]
  return { ...all[0], ...(values.length > 0 ? { const: undefined, enum: values } : {}) } as Json
}

/**
 * The fields of an object, a list of objects or a union of objects, each followed by those inside
 * it. Stops at sources, at rules, and at fields named in `stop`, which are shown elsewhere.
 */
export function fieldsOf(each: Json, stop: readonly string[], at = ''): readonly FieldRow[] {
  const object = innerOf(each)
  if (object.prefixItems) return []
  const branches = branchesOf(object).length > 0 ? branchesOf(object) : [object]
  const names = [...new Set(branches.flatMap((branch) => Object.keys(propertiesOf(branch))))]
  return names.flatMap((name) => {
    const held = branches.filter((branch) => name in propertiesOf(branch))
    const field = merged(name, held)
    const required = held.every((branch) => branch.required?.includes(name))
    const only = held.length < branches.length ? held.flatMap(kindsOf) : []
    const need = `${only.map((kind) => `\`${kind}\` `).join('')}${needOf(field, required)}`
    const row = { path: `${at}${name}`, type: typeOf(field), need }
    if (stop.includes(name) || innerOf(field).$ref) return [row]
    return [row, ...fieldsOf(field, stop, `${at}${name}${field.type === 'array' ? '[]' : ''}.`)]
  })
}
