/** Where a Chromium, Chrome or Edge may lie on this machine. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const onLinux = ({ PATH = '' }) =>
  [...names, 'microsoft-edge', 'microsoft-edge-stable'].flatMap((name) =>
    [...PATH.split(delimiter), '/usr/bin', '/snap/bin'].map((folder) => join(folder, name)),
  )

const onMac = () =>
  [
    ['Google Chrome', 'Google Chrome'],
    ['Microsoft Edge', 'Microsoft Edge'],
    ['Chromium', 'Chromium'],
  ].map(([bundle, program]) => `/Applications/${bundle}.app/Contents/MacOS/${program}`)

const onWindows = (env) =>
  ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'].flatMap(
    (program) =>
      [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA]
        .filter(Boolean)
        .map((folder) => join(folder, program)),
  )

const places = { win32: onWindows, darwin: onMac }

/** The program of a browser that can show the page, or null. `SHENBAOXIA_BROWSER` names one. */
export const findBrowser = (env = process.env) =>
  [env.SHENBAOXIA_BROWSER, ...(places[process.platform] ?? onLinux)(env)].find(
    (file) => file && existsSync(file),
  ) ?? null
