/** A job that nobody watches and nobody cancels. */
import type { Job } from '../../electron/engine/house.ts'

export const quietJob: Job = { progress: () => {}, signal: new AbortController().signal }
