// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { enginePort } from '../../../renderer/app/wire.ts'
import { engineMessage } from '../../../shared/host.ts'

const post = (data: unknown, port: MessagePort, source: Window | null = window) =>
  window.dispatchEvent(new MessageEvent('message', { data, source, ports: [port] }))

test('the port is taken from the engine’s message of this window, and from no other', async () => {
  const [stranger, foreign, engine] = [1, 2, 3].map(() => new MessageChannel().port1)
  if (!stranger || !foreign || !engine) throw new Error('three ports were made')
  const port = enginePort(window)
  post('hello', stranger)
  post(engineMessage, foreign, null)
  post(engineMessage, engine)
  expect(await port).toBe(engine)
})
