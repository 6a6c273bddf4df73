/**
 * The main job without a window: the example enterprise in a fresh vault, checked, rendered,
 * exported, and its bundles held against our verifier and strangers' tools.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ApplicationView } from '../../../shared/model/application.ts'
import { exportApplication } from '../application/export.ts'
import { formOf } from '../application/render.ts'
import { listApplications, viewOf } from '../application/view.ts'
import { verifyText } from '../bundle/report.ts'
import { verifyBundle } from '../bundle/verify.ts'
import type { House } from '../house.ts'
import { closeVault, createVault } from '../open.ts'
import { loadSample } from '../sample/sample.ts'
import { type Command, type Outcome, type Tools, text } from './command.ts'
import { cliText, findingSentence, term } from './sentences.ts'
import { strangersJudge } from './strangers.ts'

/** The folders that a demonstration fills; whatever else is there is left alone. */
const rooms = ['vault', 'forms', 'reports', 'bundles', 'unpacked'] as const

type Shown = { readonly good: boolean; readonly json: object; readonly lines: readonly string[] }

function report(out: string, view: ApplicationView): string {
  const path = join(out, 'reports', `${view.short}-${view.edition}.txt`)
  const lines = view.findings.map(
    (finding) => `[${term(`severity.${finding.severity}`)}] ${findingSentence(finding)}`,
  )
  writeFileSync(path, `${[view.title, ...lines].join('\n')}\n`)
  return path
}

async function form(house: House, out: string, view: ApplicationView, tools: Tools) {
  if (!view.pack.form) return null
  const path = join(out, 'forms', `${view.short}-${view.edition}.pdf`)
  const { pdf } = await formOf(house, view, tools.job)
  writeFileSync(path, pdf)
  return path
}

async function showOne(house: House, out: string, id: string, tools: Tools): Promise<Shown> {
  const view = viewOf(house, id)
  const checked = report(out, view)
  const pdf = await form(house, out, view, tools)
  const reason = view.blocking > 0 ? cliText('demo.reason') : ''
  const order = { id, to: join(out, 'bundles'), reason }
  const receipt = await exportApplication(house, order, tools.job)
  const ours = await verifyBundle(receipt.path, tools.job)
  const sheet = join(out, 'reports', `${view.short}-${view.edition}-verify.txt`)
  writeFileSync(sheet, verifyText(ours))
  const judges = [
    { tool: 'shenbaoxia verify', passed: ours.ok },
    ...strangersJudge(receipt.path, join(out, 'unpacked', view.programme)),
  ]
  const say = ({ tool, passed }: (typeof judges)[number]) =>
    passed === null
      ? cliText('demo.missing', { tool })
      : cliText('demo.verified', { tool, result: cliText(passed ? 'demo.passed' : 'demo.failed') })
  return {
    good: judges.every(({ passed }) => passed === true),
    json: { programme: view.programme, bundle: receipt.path, form: pdf, report: checked, judges },
    lines: [
      `${view.title} ${view.edition}`,
      cliText('demo.report', { path: checked }),
      ...(pdf ? [cliText('demo.form', { path: pdf })] : []),
      cliText('demo.bundle', { path: receipt.path }),
      ...judges.map((judge) => `  ${say(judge)}`),
    ],
  }
}

async function showAll(out: string, tools: Tools): Promise<Outcome> {
  const house = createVault(join(out, 'vault'), cliText('demo.name'), tools.around)
  try {
    await loadSample(house, tools.job)
    const shown: Shown[] = []
    for (const { id } of listApplications(house)) {
      shown.push(await showOne(house, out, id, tools))
    }
    return {
      exit: shown.every(({ good }) => good) ? 0 : 1,
      json: { out, vault: house.dir, applications: shown.map(({ json }) => json) },
      lines: [
        cliText('demo.vault', { path: house.dir }),
        ...shown.flatMap(({ lines }) => lines),
        cliText('demo.done', { path: out }),
      ],
    }
  } finally {
    closeVault(house)
  }
}

export const demo: Command = {
  usage: 'demo [--out DIR]',
  options: { out: { type: 'string' } },
  needs: [],
  positionals: [0, 0],
  run: (values, _positionals, tools) => {
    const out = resolve(text(values, 'out') || join('out', 'demo'))
    for (const room of rooms) rmSync(join(out, room), { recursive: true, force: true })
    for (const room of rooms.slice(1)) mkdirSync(join(out, room), { recursive: true })
    return showAll(out, tools)
  },
}
