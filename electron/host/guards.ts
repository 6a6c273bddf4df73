/** What the window may never do: leave the page, open another, ask for devices, reach a network. */
import type { App, Session } from 'electron'
import { pageOrigin } from './origin.ts'

const localSchemes = new Set(['app:', 'vault:', 'blob:', 'data:', 'devtools:'])

/** Chromium's own background traffic; must be set before the app is ready. */
export const silenceNetwork = (app: App): void => {
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-quic')
  // No name is ever resolved, whoever asks.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
}

/** Denies every permission and cancels every request that is not local. */
export const guardSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !localSchemes.has(new URL(url).protocol) }),
  )
  session.on('will-download', (event) => event.preventDefault())
}

/** Holds every page of the app on its own address and refuses windows and web views. */
export const guardContents = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-navigate', (event) => {
      if (!event.url.startsWith(`${pageOrigin}/`)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault()
    })
  })
}
