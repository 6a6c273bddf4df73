/** Answers the calls about programmes, packs and policies. */
import type { programmeCalls } from '../../../shared/calls/programme.ts'
import { fileOf, houseOn, targetOf } from '../desk.ts'
import { type HandlersOf, inHouse } from '../handlers.ts'
import { correctPack } from './correct-pack.ts'
import { dropPack, importPack, previewPack } from './import-pack.ts'
import { listProgrammes, openProgramme } from './programmes.ts'
import { saveSheet } from './save-sheet.ts'

export const programmeHandlers: HandlersOf<typeof programmeCalls> = {
  'programme.list': inHouse(listProgrammes),
  'programme.open': inHouse(openProgramme),
  'programme.save': (desk, { to, ...wanted }) =>
    saveSheet(houseOn(desk), { ...wanted, path: targetOf(desk, to) }),
  'pack.preview': (desk, { file }) => previewPack(houseOn(desk), { path: fileOf(desk, file) }),
  'pack.import': (desk, { file }) => importPack(houseOn(desk), { path: fileOf(desk, file) }),
  'pack.correct': inHouse(correctPack),
  'pack.drop': inHouse(dropPack),
  'policy.list': inHouse((house) => house.policies),
}
