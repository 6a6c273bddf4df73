/**
 * Entry of the engine's own process under Electron: the only engine file that knows a port. Passes
 * messages through; does no work of its own.
 */
import './pool.ts'
import type { Request } from '../../shared/wire.ts'
import { startEngine } from './engine.ts'
import type { ErrandDone, ErrandMessage } from './errand.ts'
import { type Line, openSwitchboard } from './switchboard.ts'

const [assets = '', config = '', version = ''] = process.argv.slice(2)
const { parentPort } = process
const { engine, connect } = openSwitchboard((send) =>
  startEngine({ assets, config, version, send }),
)
let line: Line | null = null

const connectPort = (port: Electron.MessagePortMain | undefined) => {
  if (!port) return
  line?.close()
  const fresh = connect((reply) => port.postMessage(reply))
  line = fresh
  port.on('message', ({ data }) => fresh.receive(data as Request))
  port.on('close', () => fresh.close())
  port.start()
}

parentPort.on('message', ({ data, ports }) => {
  const { number, errand } = data as ErrandMessage
  if (errand.do === 'connect') connectPort(ports[0])
  if (errand.do === 'grant') engine.grant(errand.handle, errand.path)
  if (errand.do === 'close') engine.close()
  const done: ErrandDone = { number, value: engine.storeDirs() }
  parentPort.postMessage(done)
})
