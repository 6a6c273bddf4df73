/**
 * What the Chromium host runs inside the page before the page's own scripts: it stands where the
 * preload stands in the desktop. Its text is sent to the browser, so it may use nothing from
 * outside its own body.
 */
import type { HostBridge, Picked } from '../../shared/host.ts'

export type PageSettings = {
  readonly origin: string
  /** Name of the function that the host exposes on `window`. */
  readonly host: string
  /** The message that carries the engine's port. */
  readonly message: string
  readonly files: string
}

type Exposed = {
  [name: string]: unknown
  shenbaoxia?: HostBridge
  shenbaoxiaFiles?: Map<number, readonly File[]>
  shenbaoxiaReply?: (line: number, reply: string) => void
}

/** Puts the bridge on `window`, and hands over the engine's port once the page has loaded. */
export const bridgePage = ({ origin, host, message, files: prefix }: PageSettings): void => {
  if (window.top !== window || location.origin !== origin) return
  const exposed = window as unknown as Exposed
  const ask = async (call: string, input: unknown = {}) => {
    const expose = exposed[host] as (text: string) => Promise<string>
    return JSON.parse(await expose(JSON.stringify({ call, input })))
  }

  const held = new Map<number, readonly File[]>()
  exposed.shenbaoxiaFiles = held
  let asked = 0
  const handles = async (files: readonly unknown[]): Promise<readonly Picked[]> => {
    asked += 1
    const key = asked
    held.set(
      key,
      files.filter((file) => file instanceof File),
    )
    return ask('files', { key }).finally(() => held.delete(key))
  }

  const pickFiles = () =>
    new Promise<readonly Picked[]>((resolve, reject) => {
      const input = document.createElement('input')
      input.type = 'file'
      input.multiple = true
      input.onchange = () => handles([...(input.files ?? [])]).then(resolve, reject)
      input.oncancel = () => resolve([])
      input.click()
    })

  exposed.shenbaoxia = {
    files: prefix,
    handles,
    pickFiles,
    pickFolder: (input) => ask('pickFolder', input),
    pickSave: (input) => ask('pickSave', input),
    reveal: (input) => ask('reveal', input),
    openFile: (input) => ask('openFile', input),
    opened: () => ask('opened'),
    about: () => ask('about'),
    print: async () => window.print(),
  }

  window.addEventListener('load', async () => {
    const line: number = await ask('connect')
    const { port1, port2 } = new MessageChannel()
    exposed.shenbaoxiaReply = (of, reply) => of === line && port1.postMessage(JSON.parse(reply))
    port1.onmessage = ({ data }) => ask('wire', { line, message: data })
    window.postMessage(message, origin, [port2])
  })
}
