/**
 * The whole page in jsdom over a real vault: its routes, its wire, and the engine's own gate behind
 * it. Only the desktop's dialogs are answered from a list.
 */
import { cleanup, configure, render } from '@testing-library/react'
import { RouterProvider } from 'react-router/dom'
import { afterEach } from 'vitest'
import { serve } from '../../../electron/engine/serve.ts'
import { startTexts } from '../../../renderer/app/i18n.ts'
import { Providers } from '../../../renderer/app/providers.tsx'
import { newRouter } from '../../../renderer/app/routes.tsx'
import { type Port, wireOver } from '../../../renderer/app/wire.ts'
import type { Name } from '../../../shared/contract.ts'
import type { HostBridge, Picked } from '../../../shared/host.ts'
import type { Progress, Reply, Request } from '../../../shared/wire.ts'
import type { TestEngine } from '../../support/house.ts'

// The first screen of a file loads all of the page.
configure({ asyncUtilTimeout: 20_000 })

afterEach(() => {
  cleanup()
  localStorage.clear()
})

/** The engine's end of the wire; what crosses is copied, as between processes. */
function portTo({ desk }: TestEngine, asked: Request[]): Port {
  const jobs = new Map<number, AbortController>()
  const send = (reply: Reply) =>
    port.onmessage?.(new MessageEvent('message', { data: structuredClone(reply) }))
  const receive = async (message: Request) => {
    if ('cancel' in message) return jobs.get(message.id)?.abort()
    const { id, call, input } = message
    const controller = new AbortController()
    jobs.set(id, controller)
    const progress = (now: Progress) => send({ id, progress: now })
    send({ id, ...(await serve(desk, call, input, { signal: controller.signal, progress })) })
  }
  const port: Port = {
    onmessage: null,
    postMessage: (message) => {
      const copy = structuredClone(message) as Request
      asked.push(copy)
      queueMicrotask(() => void receive(copy))
    },
  }
  return port
}

function hostOver({ handle }: TestEngine, picks: string[]): HostBridge {
  const pick = (path: string): Picked => ({
    handle: handle(path),
    name: path.split('/').at(-1) ?? '',
  })
  const next = () => {
    const path = picks.shift()
    return path === undefined ? null : pick(path)
  }
  return {
    files: '/vault/',
    handles: async (files) => files.map((file) => pick((file as { path: string }).path)),
    pickFiles: async () => picks.splice(0).map(pick),
    pickFolder: async () => next(),
    pickSave: async () => next(),
    reveal: async () => {},
    openFile: async () => {},
    print: async () => {},
    about: async () => ({ host: 'chromium', version: '0.1.0' }),
  }
}

/** Opens the page at an address; `picks` are the paths that the next dialogs will answer with. */
export function openWholePage(engine: TestEngine, address: string) {
  const asked: Request[] = []
  const picks: string[] = []
  window.location.hash = `#${address}`
  const wire = wireOver(Promise.resolve(portTo(engine, asked)))
  const router = newRouter()
  const shown = render(
    <Providers surroundings={{ wire, host: hostOver(engine, picks) }} texts={startTexts('zh-CN')}>
      <RouterProvider router={router} />
    </Providers>,
  )
  /** What was sent with each call of a name, in order. */
  const inputsOf = (name: Name): unknown[] =>
    asked.flatMap((one) => ('call' in one && one.call === name ? [one.input] : []))
  return { ...shown, picks, inputsOf, router }
}
