/** verify: what a bundle is worth. Needs no vault. */
import { resolve } from 'node:path'
import { verifyText } from '../bundle/report.ts'
import { verifyBundle } from '../bundle/verify.ts'
import type { Command } from './command.ts'

export const verify: Command = {
  usage: 'verify BUNDLE',
  options: {},
  needs: [],
  positionals: [1, 1],
  run: async (_values, [bundle = ''], { job }) => {
    const report = await verifyBundle(resolve(bundle), job)
    return { exit: report.ok ? 0 : 1, json: report, lines: [verifyText(report).trimEnd()] }
  },
}
