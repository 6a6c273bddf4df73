/** import: files, folders and ZIPs into the vault, each told with what became of it and why. */
import { Fault } from '../../../shared/fault.ts'
import type { ImportResult, NameCoding } from '../../../shared/model/material.ts'
import { materialKinds } from '../../../shared/registry/registry.ts'
import { markText, reasonText, troubleText } from '../../../shared/text/extraction.ts'
import extract from '../../../shared/text/zh-CN/extract.json' with { type: 'json' }
import { takeIn } from '../archive/take-in.ts'
import { type Command, text, UsageError, withHouse } from './command.ts'
import { cliText, faultText } from './sentences.ts'

const codings: readonly NameCoding[] = ['gb18030', 'utf-8']

function kindLines({ kind, reason, marks = [], trouble, outcome }: ImportResult): string[] {
  const label = materialKinds.find(({ id }) => id === kind)?.label['zh-CN']
  const taken = label
    ? [cliText('import.kind', { label, why: reason ? reasonText(extract, reason) : '' })]
    : []
  const unread = trouble && outcome !== 'refused' ? [troubleText(extract, trouble)] : []
  return [...taken, ...marks.map((mark) => markText(extract, mark)), ...unread]
}

function linesOf(result: ImportResult): string[] {
  const { outcome, from, sha256 = '', as = '', fault, trouble, names } = result
  const why = fault ? faultText(fault as Fault) : trouble ? troubleText(extract, trouble) : ''
  const first = cliText(`import.${outcome}`, { from, sha256, as, reason: why })
  const asked = names
    ? codings.flatMap((coding) => {
        const shown = names[coding]
        return shown ? [cliText('import.names', { coding, names: shown.join('、') })] : []
      })
    : []
  return [first, ...[...asked, ...kindLines(result)].map((line) => `  ${line}`)]
}

function codingOf(given: string): NameCoding | undefined {
  const coding = given === 'gbk' ? 'gb18030' : given
  const known = codings.find((each) => each === coding)
  if (given !== '' && !known)
    throw new UsageError(cliText('option.value', { option: `--names ${given}` }))
  return known
}

export const importCommand: Command = {
  usage: 'import --vault DIR PATH… [--kind KIND] [--names gbk|utf-8] [--ack]',
  options: {
    vault: { type: 'string' },
    kind: { type: 'string' },
    names: { type: 'string' },
    ack: { type: 'boolean' },
  },
  needs: ['vault'],
  positionals: [1, Number.POSITIVE_INFINITY],
  run: (values, paths, tools) => {
    const names = codingOf(text(values, 'names'))
    const kind = values.kind === undefined ? undefined : text(values, 'kind')
    return withHouse(values, tools, async (house) => {
      if (values.ack) tools.announce('READY')
      const settled = ({ sha256, from }: ImportResult) => {
        if (values.ack && sha256 !== undefined) tools.announce(`ACK ${sha256} ${from}`)
      }
      const shownAs = (path: string) => path
      const report = await takeIn(house, { paths, shownAs, settled, kind, names }, tools.job)
      if (tools.job.signal.aborted) throw new Fault('job.cancelled')
      const { imported, same, refused, asked, cancelled } = report
      const lines = [
        ...report.results.flatMap(linesOf),
        cliText('import.done', { imported, same, refused: refused + asked + cancelled }),
      ]
      const all = refused + asked + cancelled === 0
      return { exit: all ? 0 : 1, json: report, lines: values.ack ? [] : lines }
    })
  },
}
