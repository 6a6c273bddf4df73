/** Electron's side of the host calls: dialogs, file manager, printing. Answers only to the page. */
import { basename } from 'node:path'
import { app, type BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain, shell } from 'electron'
import type { HostCalls, Picked } from '../../shared/host.ts'
import type { Handles } from './handles.ts'
import { refuseWrongInput, textsIn } from './host-input.ts'
import type { Opened } from './opened-files.ts'
import { pageOrigin } from './origin.ts'

/** The preload also tells the paths of what was dropped; the page itself cannot. */
export type DesktopCalls = HostCalls & {
  paths(input: { readonly paths: readonly string[] }): Promise<readonly Picked[]>
}

/** The host calls over one window. */
export const desktopCalls = (
  window: BrowserWindow,
  handles: Handles,
  opened: Opened,
): DesktopCalls => ({
  async pickFiles({ title }) {
    const { filePaths } = await dialog.showOpenDialog(window, {
      title,
      properties: ['openFile', 'multiSelections'],
    })
    return Promise.all(filePaths.map(handles.pick))
  },
  async pickFolder({ title }) {
    const { filePaths } = await dialog.showOpenDialog(window, {
      title,
      properties: ['openDirectory', 'createDirectory'],
    })
    return filePaths[0] === undefined ? null : handles.pick(filePaths[0])
  },
  async pickSave({ title, name }) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      // A name, never a place: where to is for the person to say.
      defaultPath: basename(name),
    })
    return canceled || !filePath ? null : handles.pick(filePath)
  },
  async reveal({ handle }) {
    shell.showItemInFolder(handles.pathOf(handle))
  },
  async openFile({ handle }) {
    const trouble = await shell.openPath(handles.pathOf(handle))
    if (trouble) throw new Error(trouble)
  },
  print: () => new Promise((resolve) => window.webContents.print({}, () => resolve())),
  opened: () => Promise.all(opened.take().map(handles.pick)),
  about: async () => ({ host: 'desktop', version: app.getVersion() }),
  paths: async (input) =>
    Promise.all(
      textsIn(input, 'paths')
        .filter((path) => path !== '')
        .map(handles.pick),
    ),
})

const fromPage = ({ senderFrame }: IpcMainInvokeEvent, window: BrowserWindow): boolean =>
  senderFrame === window.webContents.mainFrame && senderFrame?.origin === pageOrigin

/** Opens the calls to the page's own frame and to no other. */
export const answerHostCalls = (window: BrowserWindow, calls: DesktopCalls): void => {
  const byName: Readonly<Record<string, (input: never) => Promise<unknown>>> = calls
  ipcMain.handle('host', (event, name: unknown, input: unknown) => {
    if (!fromPage(event, window)) throw new Error('not the page')
    const call = typeof name === 'string' && Object.hasOwn(byName, name) ? byName[name] : undefined
    if (!call) throw new Error('no such host call')
    refuseWrongInput(name as string, input)
    return call(input as never)
  })
}
