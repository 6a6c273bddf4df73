/** Where this person's settings lie on this computer, outside every vault and without Electron. */
import { homedir } from 'node:os'
import { join } from 'node:path'

/** An empty variable counts as none; `SHENBAOXIA_CONFIG` names a second, separate set of settings. */
export function configFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.SHENBAOXIA_CONFIG) return env.SHENBAOXIA_CONFIG
  const base =
    process.platform === 'win32'
      ? env.APPDATA || join(homedir(), 'AppData', 'Roaming')
      : env.XDG_CONFIG_HOME || join(homedir(), '.config')
  return join(base, 'shenbaoxia')
}
