/** Memory that nobody holds any more, given back at once and not when V8 sees fit. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** The calling thread's own. */
export function collector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}
