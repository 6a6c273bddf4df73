/** `npm run bench`: how long the heavy calls take, under the project's own Node. Node 18 suffices here. */
import { join } from 'node:path'
import { become } from './become.mjs'
import { ensurePackages, node } from './ensure.mjs'
import { root } from './stamp.mjs'

ensurePackages()
become(node, [join(root, 'build/bench/run.ts'), ...process.argv.slice(2)])
