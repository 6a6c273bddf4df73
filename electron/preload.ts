/** Passes the engine's port and the host calls to the page; nothing else. Runs sandboxed. */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { engineMessage, type HostBridge, type HostCalls, openedMessage } from '../shared/host.ts'
import { filesPrefix } from './host/origin.ts'

const call =
  <N extends keyof HostCalls>(name: N) =>
  (...input: Parameters<HostCalls[N]>) =>
    ipcRenderer.invoke('host', name, input[0]) as ReturnType<HostCalls[N]>

const bridge: HostBridge = {
  pickFiles: call('pickFiles'),
  pickFolder: call('pickFolder'),
  pickSave: call('pickSave'),
  reveal: call('reveal'),
  openFile: call('openFile'),
  print: call('print'),
  opened: call('opened'),
  about: call('about'),
  handles: (files) =>
    ipcRenderer.invoke('host', 'paths', {
      paths: files.map((file) => webUtils.getPathForFile(file as File)),
    }),
  files: filesPrefix,
}

contextBridge.exposeInMainWorld('shenbaoxia', bridge)
ipcRenderer.on(engineMessage, ({ ports }) =>
  window.postMessage(engineMessage, location.origin, [...ports]),
)
ipcRenderer.on(openedMessage, () => window.postMessage(openedMessage, location.origin))
