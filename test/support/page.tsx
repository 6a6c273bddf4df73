/**
 * The page in jsdom over a real engine: real vault, real SQLite, the wire in between as messages
 * that are copied like those of a port. Only the desktop's dialogs are answered from a list.
 */
import { cleanup, configure, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { afterEach } from 'vitest'
import { randomHex } from '../../electron/engine/crypto.ts'
import { type Engine, startEngine } from '../../electron/engine/engine.ts'
import { startTexts } from '../../renderer/app/i18n.ts'
import { Providers } from '../../renderer/app/providers.tsx'
import { type Port, type Wire, wireOver } from '../../renderer/app/wire.ts'
import type { HostBridge, Picked } from '../../shared/host.ts'
import type { Request } from '../../shared/wire.ts'
import { builtAssets, tempFolder } from './house.ts'

export type TestDesk = {
  readonly engine: Engine
  readonly wire: Wire
  readonly host: HostBridge
  /** Paths that the person will pick in the next dialogs; none left means 取消. */
  readonly picks: string[]
  /** A handle for a path, as if it had been picked. */
  readonly grant: (path: string) => string
  /** Every call that crossed the wire, in order. */
  readonly calls: string[]
}

// Waiting ends with what is waited for; only a busy machine needs this long.
configure({ asyncUtilTimeout: 30_000 })

const engines: Engine[] = []
afterEach(() => {
  cleanup()
  localStorage.clear()
  for (const engine of engines.splice(0)) engine.close()
})

/** An engine and the page's end of the wire to it; no vault is open yet. */
export function openDesk(clock?: () => Date): TestDesk {
  const calls: string[] = []
  const port: Port = {
    onmessage: null,
    postMessage(message) {
      const copy = structuredClone(message) as Request
      if ('call' in copy) calls.push(copy.call)
      queueMicrotask(() => engine.receive(copy))
    },
  }
  const engine = startEngine({
    assets: builtAssets,
    config: tempFolder(),
    version: '0.1.0',
    program: 'test',
    ...(clock ? { clock } : {}),
    send: (reply) =>
      port.onmessage?.(new MessageEvent('message', { data: structuredClone(reply) })),
  })
  engines.push(engine)
  const picks: string[] = []
  const grant = (path: string) => {
    const handle = randomHex(16)
    engine.grant(handle, path)
    return handle
  }
  const pick = (path: string): Picked => ({
    handle: grant(path),
    name: path.split('/').pop() ?? '',
  })
  const next = async () => {
    const path = picks.shift()
    return path === undefined ? null : pick(path)
  }
  const host: HostBridge = {
    files: '/vault/',
    handles: async (files) => files.map((file) => pick((file as { path: string }).path)),
    pickFiles: async () => picks.splice(0).map(pick),
    pickFolder: next,
    pickSave: next,
    reveal: async () => {},
    openFile: async () => {},
    print: async () => {},
    opened: async () => [],
    about: async () => ({ host: 'chromium', version: '0.1.0' }),
  }
  return { engine, wire: wireOver(Promise.resolve(port)), host, picks, grant, calls }
}

/** The same, with a fresh vault open. */
export async function openDeskWithVault(clock?: () => Date): Promise<TestDesk> {
  const desk = openDesk(clock)
  await desk.wire.ask('vault.create', { folder: desk.grant(tempFolder()), name: '测试保险库' })
  return desk
}

/** Renders a screen as the app would, at an address. */
export function show(desk: Pick<TestDesk, 'wire' | 'host'>, screen: ReactNode, at = '/') {
  const router = createMemoryRouter([{ path: '*', element: screen }], { initialEntries: [at] })
  const shown = render(
    <Providers surroundings={{ wire: desk.wire, host: desk.host }} texts={startTexts('zh-CN')}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return { ...shown, router }
}
