/**
 * `npm run build [node] [page] [assets]`: makes what is out of date, all three when none is named.
 * Runs under the project's own Node 24; speaks on stderr only.
 */
import { keepStamp, stale, stampOf, targets } from './stamp.mjs'

const makers = {
  node: async () => (await import('./node-bundles.mjs')).makeNodeBundles(),
  page: async () => (await import('./page-bundle.mjs')).makePage(),
  assets: async () => (await import('./assets.mjs')).makeAssets(),
}

const named = process.argv.slice(2)
for (const target of stale(named.length ? named : Object.keys(targets))) {
  const stamp = stampOf(target)
  process.stderr.write(`building ${target} …\n`)
  await makers[target]()
  keepStamp(target, stamp)
}
