// @vitest-environment jsdom
import { beforeAll, expect, test, vi } from 'vitest'
import type { HostBridge } from '../../shared/host.ts'

const invoked: unknown[][] = []
const listeners = new Map<string, (event: { ports: readonly MessagePort[] }) => void>()
const exposed = new Map<string, unknown>()
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value) },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => {
      invoked.push(args)
      return args[1]
    },
    on: (channel: string, listener: (event: { ports: readonly MessagePort[] }) => void) =>
      listeners.set(channel, listener),
  },
  webUtils: { getPathForFile: (file: File) => `/dropped/${file.name}` },
}))

let bridge: HostBridge
beforeAll(async () => {
  await import('../../electron/preload.ts')
  bridge = exposed.get('shenbaoxia') as HostBridge
})

test('the page gets the host calls and nothing else', () => {
  expect([...exposed.keys()]).toEqual(['shenbaoxia'])
  expect(Object.keys(bridge).sort()).toEqual([
    'about',
    'files',
    'handles',
    'openFile',
    'opened',
    'pickFiles',
    'pickFolder',
    'pickSave',
    'print',
    'reveal',
  ])
  expect(bridge.files).toBe('vault://blob/')
})

test('a host call is passed on with its input', async () => {
  await bridge.pickSave({ title: '保存', name: '提交包.zip' })
  expect(invoked.at(-1)).toEqual(['host', 'pickSave', { title: '保存', name: '提交包.zip' }])
  await bridge.about()
  expect(invoked.at(-1)?.slice(0, 2)).toEqual(['host', 'about'])
})

test('dropped files become paths before they leave the page', async () => {
  await bridge.handles([new File(['x'], '审计报告.pdf'), new File(['x'], 'b.pdf')])
  expect(invoked.at(-1)).toEqual([
    'host',
    'paths',
    { paths: ['/dropped/审计报告.pdf', '/dropped/b.pdf'] },
  ])
})

test("the engine's port is passed to the page's own origin only", () => {
  const posted = vi.spyOn(window, 'postMessage').mockImplementation(() => {})
  const port = {} as MessagePort
  listeners.get('engine')?.({ ports: [port] })
  expect(posted).toHaveBeenCalledWith('engine', location.origin, [port])
})
