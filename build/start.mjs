/**
 * `npm start`: installs and builds what is missing, then opens the product — in Electron where its
 * runtime is or can be fetched, otherwise in a browser of this machine, driven over a pipe. Plain
 * JavaScript for Node 18, because it runs before anything is installed.
 */
import { join } from 'node:path'
import { become } from './become.mjs'
import { findBrowser } from './browsers.mjs'
import { ensureDebian } from './debian.mjs'
import { fetchElectron, findElectron } from './electron-runtime.mjs'
import { ensureBuilt, ensurePackages, node, nodeFlags } from './ensure.mjs'
import { out, root } from './stamp.mjs'

/** `npm start -- BUNDLE.zip` opens the bundle, as a double click does. */
const opened = process.argv.slice(2)

const say = (...lines) => process.stderr.write(`${lines.join('\n')}\n`)

const hasDisplay = ({ DISPLAY, WAYLAND_DISPLAY }) =>
  process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY)

const runDemo = () => {
  say(
    '没有可用的显示器（DISPLAY 与 WAYLAND_DISPLAY 均未设置），改为运行不需要窗口的演示（npm run demo）。',
    '要看到窗口：在桌面环境的终端里运行 npm start；或安装 xvfb 后运行 xvfb-run -a npm start。',
    'No display: running the demo instead. To see the window, run `npm start` on a desktop, or `xvfb-run -a npm start`.',
  )
  become(node, [...nodeFlags, join(out, 'cli.cjs'), 'demo'])
}

const openInElectron = (electron) => {
  say('正在用 Electron 打开申报匣。 Opening in Electron.')
  // Chromium refuses to sandbox its processes for root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  become(electron, [...asRoot, root, ...opened])
}

const openInBrowser = () => {
  ensureDebian(['chromium', 'fonts-noto-cjk'])
  const browser = findBrowser()
  if (!browser) {
    say(
      '本机没有 Electron 运行环境，也没有 Chromium、Chrome 或 Edge 浏览器。请安装其中之一（Debian：apt-get install chromium fonts-noto-cjk），然后重新运行 npm start。',
      'Neither the Electron runtime nor Chromium, Chrome or Edge is on this machine. Install one (Debian: apt-get install chromium fonts-noto-cjk) and run `npm start` again.',
    )
    process.exit(3)
  }
  say(
    `本机没有 Electron 运行环境，改用浏览器打开申报匣：${browser}`,
    `The Electron runtime is not here: opening in ${browser} instead.`,
  )
  become(node, [...nodeFlags, join(out, 'chromium.cjs'), browser, ...opened])
}

ensurePackages()
if (!hasDisplay(process.env)) {
  ensureBuilt(['node', 'assets'])
  runDemo()
} else {
  ensureBuilt(['node', 'assets', 'page'])
  if (!findElectron()) fetchElectron()
  const electron = findElectron()
  if (electron) openInElectron(electron)
  else openInBrowser()
}
