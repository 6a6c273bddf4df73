/** The self-test over Electron's own engine process, in a folder that is gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EngineProcess } from './engine-process.ts'
import { keepHandles } from './handles.ts'
import { askOver, runSelfTest } from './self-test.ts'

/** The exit code: 0 when everything worked, 1 with a line on stderr when something did not. */
export const selfTestDesktop = async (
  start: (config: string) => EngineProcess,
): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'shenbaoxia-self-test-'))
  const engine = start(join(folder, 'config'))
  const port = engine.connect()
  const { pick } = keepHandles(engine.grant)
  const ask = askOver({
    post: (message) => port.postMessage(message),
    listen: (take) => port.on('message', ({ data }) => take(data)),
  })
  port.start()
  try {
    const vault = await pick(join(folder, 'vault'))
    const bundle = await pick(join(folder, 'bundle.zip'))
    await runSelfTest(ask, vault.handle, bundle.handle)
    process.stdout.write('self-test passed\n')
    return 0
  } catch (error) {
    process.stderr.write(`self-test failed: ${error instanceof Error ? error.stack : error}\n`)
    return 1
  } finally {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
