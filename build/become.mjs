/** Hands this process over to another program, so that signals and exit codes are its own. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Where the system can replace a process, no middleman remains. Elsewhere (Windows, an old Node) a
 * child runs in our place: signals are passed on, and we end as it ended.
 */
export const become = (program, args, env = process.env) => {
  if (process.execve) process.execve(program, [program, ...args], env)
  const child = spawn(program, args, { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(3)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}
