/** Asks the browser where the files lie that the person dropped on the page or chose in it. */
import type { CDPSession } from 'playwright-core'

/**
 * Paths of the File objects that the page holds under `key`, in their order. Files that exist only
 * in memory have no path and are left out.
 */
export const heldPaths = async (session: CDPSession, key: number): Promise<readonly string[]> => {
  const { result } = await session.send('Runtime.evaluate', {
    expression: `window.shenbaoxiaFiles.get(${Number(key)}) ?? []`,
  })
  if (!result.objectId) return []
  const list = await session.send('Runtime.getProperties', {
    objectId: result.objectId,
    ownProperties: true,
  })
  const files = list.result.filter((property) => /^\d+$/.test(property.name))
  const paths = await Promise.all(
    files.map(async ({ value }) => {
      if (!value?.objectId) return ''
      const { path } = await session.send('DOM.getFileInfo', { objectId: value.objectId })
      await session.send('Runtime.releaseObject', { objectId: value.objectId })
      return path
    }),
  )
  return paths.filter((path) => path !== '')
}
