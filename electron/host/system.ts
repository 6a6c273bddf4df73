/** The system's own dialogs and programs, for hosts without Electron. */
import { execFile, spawn } from 'node:child_process'
import { basename, dirname, join } from 'node:path'

/** What the Chromium host asks of a desktop; tests answer in the person's place. */
export type Dialogs = {
  /** The chosen folder's absolute path; null when the person cancels. */
  readonly folder: (title: string) => Promise<string | null>
  /** The chosen file's absolute path; null when the person cancels. */
  readonly save: (title: string, name: string) => Promise<string | null>
  readonly reveal: (path: string) => Promise<void>
  readonly open: (path: string) => Promise<void>
}

type Program = { readonly program: string; readonly args: readonly string[] }
type Asker = { readonly folder: Program; readonly save: Program }

const powershell = (body: string): Program => ({
  program: 'powershell.exe',
  args: [
    '-NoProfile',
    '-STA',
    '-Command',
    `[Console]::OutputEncoding=[Text.Encoding]::UTF8; Add-Type -AssemblyName System.Windows.Forms; ${body} if($d.ShowDialog() -eq 'OK'){[Console]::Out.Write($p.Invoke())}else{exit 1}`,
  ],
})

/** Title and name reach PowerShell by the environment, AppleScript by its arguments: no quoting. */
const askers = (title: string, name: string): readonly Asker[] => {
  if (process.platform === 'win32')
    return [
      {
        folder: powershell(
          '$d=New-Object Windows.Forms.FolderBrowserDialog; $d.Description=$env:ASK_TITLE; $p={$d.SelectedPath};',
        ),
        save: powershell(
          '$d=New-Object Windows.Forms.SaveFileDialog; $d.Title=$env:ASK_TITLE; $d.FileName=$env:ASK_NAME; $p={$d.FileName};',
        ),
      },
    ]
  if (process.platform === 'darwin') {
    const script = (line: string, ...args: string[]): Program => ({
      program: 'osascript',
      args: ['-e', 'on run argv', '-e', `POSIX path of (${line})`, '-e', 'end run', ...args],
    })
    return [
      {
        folder: script('choose folder with prompt (item 1 of argv)', title),
        save: script(
          'choose file name with prompt (item 1 of argv) default name (item 2 of argv)',
          title,
          name,
        ),
      },
    ]
  }
  const zenity = (...args: string[]) => ({
    program: 'zenity',
    args: ['--file-selection', `--title=${title}`, ...args],
  })
  return [
    { folder: zenity('--directory'), save: zenity('--save', `--filename=${name}`) },
    {
      folder: { program: 'kdialog', args: ['--title', title, '--getexistingdirectory', '.'] },
      save: { program: 'kdialog', args: ['--title', title, '--getsavefilename', name] },
    },
  ]
}

/** The program's answer, null when the person cancelled, undefined when there is no such program. */
const answerOf = ({ program, args }: Program, env: NodeJS.ProcessEnv) =>
  new Promise<string | null | undefined>((resolve) => {
    execFile(program, [...args], { env }, (error, stdout) => {
      if (error && 'code' in error && error.code === 'ENOENT') resolve(undefined)
      else resolve(error ? null : stdout.replace(/\r?\n$/, '') || null)
    })
  })

/**
 * Asks with the first dialog program that this system has. Undefined when it has none, so that the
 * host can ask in another way.
 */
export const askSystem = async (what: keyof Asker, title: string, name = '') => {
  const env = { ...process.env, ASK_TITLE: title, ASK_NAME: name }
  for (const asker of askers(title, name)) {
    const answer = await answerOf(asker[what], env)
    if (answer !== undefined) return answer
  }
  return undefined
}

const start = (program: string, args: readonly string[]) =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(program, [...args], { detached: true, stdio: 'ignore' })
    child.once('error', reject)
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })

/** Opens a file or folder with the system's own program for it. */
export const openWithSystem = (path: string): Promise<void> => {
  if (process.platform === 'win32') return start('explorer.exe', [path])
  return start(process.platform === 'darwin' ? 'open' : 'xdg-open', [path])
}

/** Shows a file in the system's file manager. */
export const revealInSystem = (path: string): Promise<void> => {
  if (process.platform === 'win32')
    return start('explorer.exe', [`/select,${join(dirname(path), basename(path))}`])
  return process.platform === 'darwin' ? start('open', ['-R', path]) : openWithSystem(dirname(path))
}
