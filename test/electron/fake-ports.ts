/** Electron's MessagePortMain over Node's own ports. */
import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'

export class FakePort extends EventEmitter {
  readonly raw: MessagePort

  constructor(raw: MessagePort) {
    super()
    this.raw = raw
  }
  postMessage(message: unknown) {
    this.raw.postMessage(message)
  }
  start() {
    this.raw.on('message', (data) => this.emit('message', { data, ports: [] }))
    this.raw.on('close', () => this.emit('close'))
  }
  close() {
    this.raw.close()
  }
}

/** Takes the place of the class MessageChannelMain. */
export function messageChannel(this: { port1: FakePort; port2: FakePort }) {
  const { port1, port2 } = new MessageChannel()
  this.port1 = new FakePort(port1)
  this.port2 = new FakePort(port2)
}
