/** Asks for a path inside the page's window, where the system offers no dialog of its own. */
import { mkdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import type { Page } from 'playwright-core'
import en from '../../shared/text/en/host.json' with { type: 'json' }
import zh from '../../shared/text/zh-CN/host.json' with { type: 'json' }

type Sheet = {
  readonly title: string
  readonly hint: string
  readonly fault: string
  readonly value: string
  readonly words: typeof zh
}

/** Runs in the page; its text is sent there, so it uses nothing from outside its own body. */
const drawSheet = ({ title, hint, fault, value, words }: Sheet) =>
  new Promise<string | null>((resolve) => {
    const add = (tag: string, text: string, parent: HTMLElement) => {
      const element = document.createElement(tag)
      element.textContent = text
      parent.append(element)
      return element
    }
    const dialog = document.createElement('dialog')
    dialog.style.cssText = 'min-width:32rem;border:0;border-radius:8px;padding:24px;font:inherit'
    add('h2', title, dialog).style.marginTop = '0'
    add('p', hint, dialog)
    if (fault) add('p', fault, dialog).setAttribute('role', 'alert')
    const form = document.createElement('form')
    form.method = 'dialog'
    const input = add('input', '', add('label', words.pathLabel, form)) as HTMLInputElement
    input.style.cssText = 'display:block;width:100%;font:inherit;padding:8px;margin:4px 0 16px'
    input.value = value
    const confirm = add('button', words.confirm, form) as HTMLButtonElement
    const cancel = add('button', words.cancel, form) as HTMLButtonElement
    confirm.value = 'confirm'
    for (const button of [confirm, cancel])
      button.style.cssText = 'font:inherit;padding:6px 20px;margin-inline-end:8px'
    dialog.append(form)
    dialog.onclose = () => {
      dialog.remove()
      resolve(dialog.returnValue === 'confirm' ? input.value : null)
    }
    document.body.append(dialog)
    dialog.showModal()
    input.focus()
  })

const isFolder = async (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

/** What is wrong with the path as typed, in words; empty when nothing is. */
const faultOf = async (what: 'folder' | 'save', path: string, words: typeof zh) => {
  if (!isAbsolute(path)) return words.notAbsolute.replace('{{example}}', join(homedir(), 'x'))
  if (what === 'folder' || (await isFolder(dirname(path)))) return ''
  return words.noParent.replace('{{folder}}', dirname(path))
}

/** An absolute path, or null when the person cancels. A folder is made when it is not there. */
export const askInPage = async (
  page: Page,
  what: 'folder' | 'save',
  title: string,
  name = '',
): Promise<string | null> => {
  const lang = await page.evaluate(() => document.documentElement.lang)
  const words = lang.startsWith('en') ? en : zh
  const hint = what === 'folder' ? words.folderHint : words.saveHint
  let value = join(homedir(), name)
  let fault = ''
  for (;;) {
    const typed = await page.evaluate(drawSheet, { title, hint, fault, value, words })
    if (typed === null) return null
    value = typed.trim()
    fault = await faultOf(what, value, words)
    if (fault) continue
    if (what === 'folder') await mkdir(value, { recursive: true })
    return value
  }
}
