/**
 * The built engine as a process of its own, to be killed: requests as lines of JSON on stdin, replies
 * on stdout. `{ "grant": handle, "path": path }` lets a handle stand for a path.
 */
import { EventEmitter } from 'node:events'
import { writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const [engine, ...settings] = process.argv.slice(2)
const say = (message) => writeSync(1, `${JSON.stringify(message)}\n`)
const port = Object.assign(new EventEmitter(), { postMessage: say, start: () => say('READY') })
const parentPort = Object.assign(new EventEmitter(), { postMessage: () => {} })

process.argv = [process.argv[0], engine, ...settings]
process.parentPort = parentPort
createRequire(import.meta.url)(engine)

const errand = (what, ports = []) =>
  parentPort.emit('message', { data: { number: 0, errand: what }, ports })
createInterface(process.stdin).on('line', (line) => {
  const message = JSON.parse(line)
  if ('grant' in message) errand({ do: 'grant', handle: message.grant, path: message.path })
  else port.emit('message', { data: message })
})
errand({ do: 'connect' }, [port])
