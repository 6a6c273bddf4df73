/** The built engine in a child process, reached over the page's own wire. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { nodeFlags } from '../../build/ensure.mjs'
import { randomHex } from '../../electron/engine/crypto.ts'
import { type Port, type Wire, wireOver } from '../../renderer/app/wire.ts'
import { builtAssets, root } from './house.ts'

export type EngineProcess = {
  readonly wire: Wire
  readonly grant: (path: string) => string
  /** SIGKILL; resolves when the process is gone. */
  readonly kill: () => Promise<void>
}

/** Node's port has no MessageEvent outside a browser; the wire needs its data alone. */
const eventOf = (data: unknown) => ({ data }) as MessageEvent

function portTo(child: ChildProcess): Port {
  const port: Port = {
    onmessage: null,
    postMessage: (message) => {
      child.stdin?.write(`${JSON.stringify(message)}\n`)
    },
  }
  return port
}

export async function startEngineProcess(config: string): Promise<EngineProcess> {
  const script = join(root, 'test', 'support', 'engine-child.mjs')
  const engine = join(root, 'out', 'engine.cjs')
  const child = spawn(
    process.execPath,
    [...nodeFlags, script, engine, builtAssets, config, '0.1.0'],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  // What is still written to a killed process is lost, as it would be in the product.
  child.stdin.on('error', () => {})
  const gone = new Promise<void>((done) => child.once('close', () => done()))
  const port = portTo(child)
  await new Promise<void>((ready) => {
    createInterface(child.stdout).on('line', (line) => {
      const message = JSON.parse(line) as unknown
      if (message === 'READY') ready()
      else port.onmessage?.(eventOf(message))
    })
  })
  return {
    wire: wireOver(Promise.resolve(port)),
    grant: (path) => {
      const handle = randomHex(16)
      child.stdin.write(`${JSON.stringify({ grant: handle, path })}\n`)
      return handle
    },
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}
