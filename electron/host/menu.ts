/** No menu bar but what macOS insists on; editing by the right mouse button everywhere. */
import { app, Menu, type WebContents } from 'electron'
import en from '../../shared/text/en/host.json' with { type: 'json' }
import zh from '../../shared/text/zh-CN/host.json' with { type: 'json' }

/** Before the window opens. */
export const setMenu = (): void => {
  const mac = [{ role: 'appMenu' as const }, { role: 'editMenu' as const }]
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate(mac) : null)
}

/** 剪切, 复制, 粘贴 where something can be edited; 复制 where something is selected. */
export const offerEditing = (contents: WebContents): void => {
  contents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    if (!isEditable && !selectionText) return
    const words = app.getLocale().startsWith('zh') ? zh : en
    Menu.buildFromTemplate([
      { role: 'cut', label: words.cut, visible: isEditable, enabled: editFlags.canCut },
      { role: 'copy', label: words.copy, enabled: editFlags.canCopy },
      { role: 'paste', label: words.paste, visible: isEditable, enabled: editFlags.canPaste },
      { role: 'selectAll', label: words.selectAll, visible: isEditable },
    ]).popup()
  })
}
