/** apply, link, fill, check, export: one application from its beginning to its bundle. */
import { z } from 'zod'
import { calls } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import { createApplication } from '../application/create.ts'
import { type Export, exportApplication } from '../application/export.ts'
import { fillApplication } from '../application/fill.ts'
import { attach } from '../application/slots.ts'
import { viewOf } from '../application/view.ts'
import type { House } from '../house.ts'
import {
  type Command,
  count,
  figuresAsWritten,
  type Outcome,
  readJson,
  text,
  UsageError,
  type Values,
  withHouse,
} from './command.ts'
import { cliText, findingSentence, term } from './sentences.ts'

const onApplication = { vault: { type: 'string' }, application: { type: 'string' } } as const

/** The application without the pack and the archive's suggestions. */
function brief({ pack: _pack, slots, ...view }: ApplicationView) {
  return {
    ...view,
    slots: slots.map(({ id, materials, waived }) => ({
      id,
      waived,
      materials: materials.map(({ sha256, name, kind }) => ({ sha256, name, kind })),
    })),
    findings: view.findings.map((finding) => ({ ...finding, message: findingSentence(finding) })),
  }
}

function outcomeOf(view: ApplicationView, lines: readonly string[]): Outcome {
  return { exit: 0, json: brief(view), lines }
}

export const apply: Command = {
  usage: 'apply --vault DIR --programme ID --edition E [--track T]',
  options: {
    vault: { type: 'string' },
    programme: { type: 'string' },
    edition: { type: 'string' },
    track: { type: 'string' },
  },
  needs: ['vault', 'programme', 'edition'],
  positionals: [0, 0],
  run: (values, _positionals, tools) =>
    withHouse(values, tools, (house) => {
      const track = values.track === undefined ? null : text(values, 'track')
      const order = { id: text(values, 'programme'), edition: text(values, 'edition'), track }
      const view = createApplication(house, order)
      return outcomeOf(view, [view.id])
    }),
}

export const link: Command = {
  usage: 'link --vault DIR --application ID --slot SLOT --material SHA',
  options: { ...onApplication, slot: { type: 'string' }, material: { type: 'string' } },
  needs: ['vault', 'application', 'slot', 'material'],
  positionals: [0, 0],
  run: (values, _positionals, tools) =>
    withHouse(values, tools, async (house) => {
      const view = await attach(
        house,
        {
          id: text(values, 'application'),
          slot: text(values, 'slot'),
          paths: [],
          materials: [text(values, 'material')],
        },
        tools.job,
      )
      return outcomeOf(view, [cliText('link.done', { slot: text(values, 'slot') })])
    }),
}

/** Either the answers themselves, or `{ "answers": … }`. */
function answersIn(file: string) {
  const told = readJson(file, figuresAsWritten)
  const wrapped = z.strictObject({ answers: z.unknown() }).safeParse(told)
  const answers = wrapped.success ? wrapped.data.answers : told
  const parsed = calls['application.fill'].input.shape.answers.safeParse(answers)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Fault('input.invalid', {
    path: `${file} ${issue?.path.join('.') ?? ''}`,
    why: issue?.message ?? '',
  })
}

export const fill: Command = {
  usage: 'fill --vault DIR --application ID FILE.json',
  options: onApplication,
  needs: ['vault', 'application'],
  positionals: [1, 1],
  run: (values, [file = ''], tools) =>
    withHouse(values, tools, (house) => {
      const id = text(values, 'application')
      const answers = answersIn(file)
      const view = fillApplication(house, { id, base: viewOf(house, id).revision, answers })
      return outcomeOf(view, [cliText('fill.done', { count: Object.keys(answers).length })])
    }),
}

function checkedOutcome(house: House, id: string): Outcome {
  const view = viewOf(house, id)
  const { done, total } = view.completeness
  return {
    exit: view.blocking > 0 ? 1 : 0,
    json: brief(view),
    lines: [
      ...view.findings.map(
        (finding) => `[${term(`severity.${finding.severity}`)}] ${findingSentence(finding)}`,
      ),
      cliText('check.done', { title: view.title, done, total, blocking: view.blocking }),
    ],
  }
}

export const check: Command = {
  usage: 'check --vault DIR --application ID',
  options: onApplication,
  needs: ['vault', 'application'],
  positionals: [0, 0],
  run: (values, _positionals, tools) =>
    withHouse(values, tools, (house) => checkedOutcome(house, text(values, 'application'))),
}

/** Sizes and names are held against what the page may ask for. */
function exportOf(values: Values): Export {
  const shape = calls['application.export'].input.omit({ to: true })
  const asked = shape.safeParse({
    id: text(values, 'application'),
    reason: text(values, 'reason').trim(),
    ...(values.identity !== undefined && { identity: text(values, 'identity') }),
    ...(values['volume-size'] !== undefined && { volumeBytes: count(values, 'volume-size', 0) }),
  })
  if (asked.success) return { ...asked.data, to: text(values, 'out') }
  const [issue] = asked.error.issues
  throw new UsageError(cliText('option.value', { option: `--${issue?.path.join('.') ?? ''}` }))
}

export const exportCommand: Command = {
  usage:
    'export --vault DIR --application ID --out PATH [--reason TEXT] [--volume-size BYTES] [--identity FINGERPRINT]',
  options: {
    ...onApplication,
    out: { type: 'string' },
    reason: { type: 'string' },
    'volume-size': { type: 'string' },
    identity: { type: 'string' },
  },
  needs: ['vault', 'application', 'out'],
  positionals: [0, 0],
  run: (values: Values, _positionals, tools) =>
    withHouse(values, tools, async (house) => {
      const receipt = await exportApplication(house, exportOf(values), tools.job)
      const { path, sha256, fingerprint, blocking } = receipt
      return {
        exit: 0,
        json: receipt,
        lines: [cliText('export.done', { path, sha256, fingerprint, blocking })],
      }
    }),
}
