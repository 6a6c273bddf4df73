/**
 * The engine's process as main sees it: forked, connected to a port, started again when it dies.
 * Carries errands only; the page's messages go from port to port without passing here.
 */
import { MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron'
import type { Errand, ErrandDone } from '../engine/errand.ts'

export type EngineOptions = {
  /** The engine's bundle. */
  readonly file: string
  readonly assets: string
  readonly config: string
  readonly version: string
  /** The process died and a new one, with no vault open, stands in its place. */
  readonly onRestart: () => void
  /** It died too often: the product cannot go on. */
  readonly onGiveUp: () => void
}

export type EngineProcess = {
  /** A port to the engine, for the page. The page before it loses its own. */
  readonly connect: () => MessagePortMain
  readonly grant: (handle: string, path: string) => Promise<void>
  readonly storeDirs: () => Promise<readonly string[]>
  /** Closes the vault, then ends the process. */
  readonly close: () => Promise<void>
}

const restartsAllowed = 3

type Waiting = Map<number, (value: readonly string[]) => void>

const fork = ({ file, assets, config, version }: EngineOptions, waiting: Waiting) => {
  const child = utilityProcess.fork(file, [assets, config, version], {
    serviceName: 'shenbaoxia engine',
    stdio: 'inherit',
  })
  child.on('message', ({ number, value }: ErrandDone) => {
    waiting.get(number)?.(value)
    waiting.delete(number)
  })
  return child
}

/** Starts the process; after its fourth death it is given up. */
export const startEngineProcess = (options: EngineOptions): EngineProcess => {
  const waiting: Waiting = new Map()
  let last = 0
  let restarts = 0
  let closing = false

  const watch = () => {
    const child = fork(options, waiting)
    child.once('exit', () => {
      for (const answer of waiting.values()) answer([])
      waiting.clear()
      if (closing) return
      restarts += 1
      if (restarts > restartsAllowed) return options.onGiveUp()
      process = watch()
      options.onRestart()
    })
    return child
  }
  let process = watch()

  const run = (errand: Errand, ports: MessagePortMain[] = []) =>
    new Promise<readonly string[]>((resolve) => {
      last += 1
      waiting.set(last, resolve)
      process.postMessage({ number: last, errand }, ports)
    })

  return {
    connect() {
      const { port1, port2 } = new MessageChannelMain()
      void run({ do: 'connect' }, [port1])
      return port2
    },
    grant: async (handle, path) => void (await run({ do: 'grant', handle, path })),
    storeDirs: () => run({ do: 'storeDirs' }),
    async close() {
      closing = true
      await run({ do: 'close' })
      process.kill()
    },
  }
}
