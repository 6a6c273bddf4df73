/** What a vault needs around it that is only measured. */
import type { Surroundings } from '../../electron/engine/open.ts'

export const around: Surroundings = {
  packs: { packs: [], unusable: [] },
  policies: [],
  assets: '',
  version: '0',
  program: 'bench',
  clock: () => new Date('2024-03-01T02:00:00Z'),
}
