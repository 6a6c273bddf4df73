/** Debian packages that the project needs around it: fetched as root, named otherwise. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from './browsers.mjs'

const has = (program) =>
  (process.env.PATH ?? '').split(':').some((folder) => existsSync(`${folder}/${program}`))

const hasChineseFont = () =>
  /\S/.test(spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).stdout ?? '')

/** Debian package → whether what it brings is there already, from wherever. */
const present = {
  chromium: () => findBrowser() !== null,
  'fonts-noto-cjk': () => process.platform !== 'linux' || hasChineseFont(),
  'libarchive-tools': () => has('bsdtar'),
  openssl: () => has('openssl'),
  'p7zip-full': () => has('7z'),
  'poppler-utils': () => has('pdftotext') && has('pdftoppm'),
  python3: () => has('python3'),
  qpdf: () => has('qpdf'),
  unzip: () => has('unzip'),
}

const apt = (...args) =>
  spawnSync('apt-get', ['-y', '--no-install-recommends', ...args], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

/** Packages of `wanted` that are still missing after an attempt to install them. */
export const ensureDebian = (wanted) => {
  const missing = () => wanted.filter((name) => !present[name]())
  const before = missing()
  if (!before.length || process.getuid?.() !== 0 || !has('apt-get')) return before
  process.stderr.write(`installing ${before.join(' ')} (apt-get) …\n`)
  if (!apt('install', ...before)) {
    apt('update')
    apt('install', ...before)
  }
  return missing()
}
