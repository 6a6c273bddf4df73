/** The policy library, read once from the shipped files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Policy, policyFile } from '../../../shared/model/policy.ts'

/** Every policy of `*.json` in a folder; throws on a malformed file, which only a bad build has. */
export function loadPolicies(dir: string): Policy[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap((name) => policyFile.parse(JSON.parse(readFileSync(join(dir, name), 'utf8'))).policies)
}
