/**
 * The command line: the same engine without a window, for IT staff, for the reviewer's online
 * machine, for tests. Exit 0 good, 1 checked and found wanting, 2 usage, 3 environment.
 */
import './pool.ts'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import packageJson from '../../package.json' with { type: 'json' }
import type { Fault, FaultCode } from '../../shared/fault.ts'
import { apply, check, exportCommand, fill, link } from './cli/application-commands.ts'
import { backupCommand, restoreCommand } from './cli/backup-commands.ts'
import { verify } from './cli/bundle-commands.ts'
import { type Command, type Outcome, type Tools, UsageError } from './cli/command.ts'
import { reserve, status } from './cli/course-commands.ts'
import { demo } from './cli/demo.ts'
import { factsCommand } from './cli/facts-command.ts'
import { importCommand } from './cli/import-command.ts'
import { exportFilesCommand, list, release, search, show } from './cli/material-commands.ts'
import { bind, summary } from './cli/paper-commands.ts'
import { packCommand, programmes } from './cli/programme-commands.ts'
import { handover, receipts } from './cli/receipt-commands.ts'
import { reviewCommand } from './cli/review-commands.ts'
import { cliText, faultText, surpriseText } from './cli/sentences.ts'
import { fsckCommand, init, profile } from './cli/vault-commands.ts'
import { configFolder } from './config.ts'
import { faultOf } from './fault-of.ts'
import { loadPolicies } from './programme/policies.ts'
import { loadShelf } from './programme/shelf.ts'
import { recordSurprise } from './surprise.ts'

const commands: Readonly<Record<string, Command>> = {
  init,
  import: importCommand,
  list,
  search,
  show,
  release,
  'export-files': exportFilesCommand,
  facts: factsCommand,
  profile,
  programmes,
  apply,
  link,
  fill,
  check,
  bind,
  summary,
  export: exportCommand,
  status,
  reserve,
  receipts,
  handover,
  verify,
  review: reviewCommand,
  fsck: fsckCommand,
  backup: backupCommand,
  restore: restoreCommand,
  pack: packCommand,
  demo,
}

/** The usage of one command where its name is known, else of all. */
const usage = (name = '') => {
  const asked = Object.hasOwn(commands, name) ? [commands[name]] : Object.values(commands)
  return [cliText('usage'), ...asked.map((command) => `  ${command?.usage} [--json]`)].join('\n')
}

/** What `help`, `--help` and `--version` answer; null where something else is asked. */
function information(argv: readonly string[]): string | null {
  const [first = '', second = ''] = argv
  if (first === 'help' || first === '--help' || first === '-h') return usage(second)
  if (first === '--version') return packageJson.version
  return argv.includes('--help') ? usage(first) : null
}

/** Faults that say the command line named something that is not there, or wrongly. */
const usageFaults: readonly FaultCode[] = [
  'input.invalid',
  'file.json',
  'material.unknown',
  'material.deleted',
  'invoice.unclaimed',
  'programme.unknown',
  'programme.noTrack',
  'programme.noForm',
  'programme.noSummary',
  'application.unknown',
  'application.field',
  'application.value',
  'application.slot',
  'enterprise.value',
  'event.order',
  'event.day',
  'receipt.unknown',
]
const wantingFaults: readonly FaultCode[] = [
  'export.blocked',
  'export.unverified',
  'material.damaged',
]

const exitOf = ({ code }: Fault): number =>
  usageFaults.includes(code) ? 2 : wantingFaults.includes(code) ? 1 : 3

/** What Node says of a wrong option in English, in the words of this program. */
function wrongOption({ code, message }: NodeJS.ErrnoException): UsageError {
  const [, option = ''] = /'(-[^']*)'/.exec(message) ?? []
  const isUnknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
  return new UsageError(cliText(isUnknown ? 'option.unknown' : 'option.value', { option }))
}

function parse(argv: readonly string[]) {
  const [name = '', ...args] = argv
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new UsageError(name ? cliText('command.unknown', { name }) : '')
  const options = { ...command.options, json: { type: 'boolean' } } as const
  const { values, positionals } = (() => {
    try {
      return parseArgs({ args, options, allowPositionals: true, strict: true })
    } catch (error) {
      throw wrongOption(error as NodeJS.ErrnoException)
    }
  })()
  const given = values as Readonly<Record<string, string | boolean | undefined>>
  const missing = command.needs.filter((need) => !given[need])
  if (missing.length > 0) {
    const options = missing.map((need) => `--${need}`).join(' ')
    throw new UsageError(cliText('option.missing', { options }))
  }
  const [fewest, most] = command.positionals
  if (positionals.length < fewest || positionals.length > most) {
    throw new UsageError(cliText('command.arguments', { usage: command.usage }))
  }
  return { command, values: given, positionals }
}

/** Made when it is first asked for: most commands do without. */
function late<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function toolsFor(json: boolean): Tools {
  const controller = new AbortController()
  process.once('SIGINT', () => controller.abort())
  const assets = join(dirname(process.argv[1] ?? '.'), 'assets')
  const packs = late(() => loadShelf(join(assets, 'programmes')))
  const policies = late(() => loadPolicies(join(assets, 'policies')))
  return {
    around: {
      get packs() {
        return packs()
      },
      get policies() {
        return policies()
      },
      assets,
      version: packageJson.version,
      program: `cli ${process.argv[2] ?? ''}`,
      clock: () => new Date(),
    },
    job: { progress: () => {}, signal: controller.signal },
    announce: (line) => (json ? process.stderr : process.stdout).write(`${line}\n`),
  }
}

function print({ json, lines }: Outcome, asJson: boolean): void {
  const out = asJson ? `${JSON.stringify(json, null, 2)}\n` : lines.map((l) => `${l}\n`).join('')
  process.stdout.write(out)
}

/** Says what went wrong on stderr (and as JSON on stdout where asked), and returns the exit code. */
function complain(error: unknown, asJson: boolean): number {
  const say = (exit: number, code: string, message: string, data: object = {}) => {
    process.stderr.write(`${message}\n`)
    if (asJson) process.stdout.write(`${JSON.stringify({ fault: { code, message, data } })}\n`)
    return exit
  }
  if (error instanceof UsageError) return say(2, 'usage', `${error.message}\n${usage()}`.trim())
  const fault = faultOf(error)
  if (fault) return say(exitOf(fault), fault.code, faultText(fault), fault.data)
  const ref = recordSurprise(configFolder(), 'cli', error, new Date())
  return say(3, 'unexpected', surpriseText(ref), { ref })
}

async function main(argv: readonly string[]): Promise<number> {
  const asJson = argv.includes('--json')
  const told = information(argv)
  if (told !== null) {
    process.stdout.write(`${told}\n`)
    return 0
  }
  try {
    const { command, values, positionals } = parse(argv)
    const outcome = await command.run(values, positionals, toolsFor(asJson))
    print(outcome, asJson)
    return outcome.exit
  } catch (error) {
    return complain(error, asJson)
  }
}

/** Whoever reads (`| head`) may have had enough: that is no failure to report. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
