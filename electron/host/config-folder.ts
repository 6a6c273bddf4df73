/** Where this person's settings lie on this computer, for hosts that no Electron tells. */
import { homedir } from 'node:os'
import { join } from 'node:path'

/** `SHENBAOXIA_CONFIG` moves it: a second, separate set of settings. */
export const configFolder = (env = process.env): string => {
  if (env.SHENBAOXIA_CONFIG) return env.SHENBAOXIA_CONFIG
  if (env.APPDATA) return join(env.APPDATA, 'shenbaoxia')
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'shenbaoxia')
}
