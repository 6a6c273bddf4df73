/**
 * Prints the JSON Schema of a programme pack, for editors: `npm run -s pack:schema > FILE`.
 * Made from the zod schema, so there is nothing to keep in step.
 */
import { z } from 'zod'
import { pack } from '../shared/programme/pack.ts'

const schema = z.toJSONSchema(pack, { io: 'input', target: 'draft-2020-12' })
process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`)
