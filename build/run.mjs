/**
 * `npm run -s cli -- …` and `npm run demo`: installs and builds what is missing, then becomes the
 * command line under the project's own Node. Plain JavaScript for Node 18; nothing on stdout.
 */
import { join } from 'node:path'
import { become } from './become.mjs'
import { ensureBuilt, ensurePackages, node, nodeFlags } from './ensure.mjs'
import { out } from './stamp.mjs'

ensurePackages()
ensureBuilt(['node', 'assets'])
become(node, [...nodeFlags, join(out, 'cli.cjs'), ...process.argv.slice(2)])
