/** Verifies one bundle in a process of its own and tells by how much its memory grew, in KiB. */
import { verifyBundle } from '../../electron/engine/bundle/verify.ts'
import { quietJob } from '../support/quiet-job.ts'

const before = process.resourceUsage().maxRSS
const { ok, files } = await verifyBundle(process.argv[2] ?? '', quietJob)
const grown = process.resourceUsage().maxRSS - before
process.stdout.write(JSON.stringify({ ok, files, grown }))
