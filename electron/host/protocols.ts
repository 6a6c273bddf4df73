/** The two schemes of the desktop: `app:` for the built page, `vault:` for stored files. */
import { protocol, type Session } from 'electron'
import { randomHex } from '../engine/crypto.ts'
import { type Answer, refusal } from './answer.ts'
import { filesHost, pageOrigin } from './origin.ts'
import { answerPage } from './page.ts'
import { answerFile } from './stored-file.ts'

/** Must run before the app is ready. */
export const registerSchemes = (): void => {
  const privileges = { standard: true, secure: true, supportFetchAPI: true }
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges },
    { scheme: 'vault', privileges: { ...privileges, corsEnabled: true, stream: true } },
  ])
}

const response = ({ status, headers, body }: Answer) => new Response(body, { status, headers })

/** `scheme://host` of an address; URL's own `origin` is "null" for schemes it does not know. */
const originOf = ({ protocol: scheme, host }: URL) => `${scheme}//${host}`

/** Answers both schemes on a session. `storeDirs` tells the folders of what is open. */
export const answerSchemes = (
  session: Session,
  page: string,
  storeDirs: () => Promise<readonly string[]>,
): void => {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    if (originOf(url) !== pageOrigin || request.method !== 'GET') return response(refusal(404))
    return response(await answerPage(page, url.pathname, { nonce: randomHex(16), files: 'vault:' }))
  })
  session.protocol.handle('vault', async (request) => {
    const url = new URL(request.url)
    if (originOf(url) !== filesHost || request.method !== 'GET') return response(refusal(404))
    const ask = {
      sha256: url.pathname.slice(1),
      type: url.searchParams.get('type'),
      range: request.headers.get('range'),
      origin: pageOrigin,
    }
    return response(await answerFile(await storeDirs(), ask))
  })
}
