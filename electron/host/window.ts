/** The one window. */
import { BrowserWindow } from 'electron'

/** A window that shows nothing yet, with everything off that a page does not need. */
export const createWindow = (preload: string, devTools: boolean): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#F5F6F8',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spelling checker fetches dictionaries.
      spellcheck: false,
      devTools,
    },
  })
  window.once('ready-to-show', () => window.show())
  return window
}
