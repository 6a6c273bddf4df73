/** Runs the engine's bundle in a worker thread, behind what looks like Electron's parentPort. */
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

const portMain = (port) => ({
  postMessage: (message) => port.postMessage(message),
  on: (name, take) => port.on(name, (data) => take({ data, ports: [] })),
  start: () => port.start(),
})

process.parentPort = {
  postMessage: (message) => parentPort.postMessage(message),
  on: (name, take) =>
    parentPort.on(name, ({ data, ports }) => take({ data, ports: ports.map(portMain) })),
}

createRequire(import.meta.url)(workerData)
