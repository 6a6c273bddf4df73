/** Answers the calls about the archive. */
import type { materialCalls } from '../../../shared/calls/material.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { houseOn, pathOf, targetOf } from '../desk.ts'
import { type HandlersOf, inHouse } from '../handlers.ts'
import { exportFiles, freshFolder } from './export-files.ts'
import { saveSummary } from './import-summary.ts'
import { countMaterials, listMaterials } from './list-materials.ts'
import { describeMany, discardMany, restoreMany } from './many.ts'
import { describeMaterial, discardMaterial, openMaterial, restoreMaterial } from './materials.ts'
import { openPlaces } from './places.ts'
import { previewMaterial } from './preview.ts'
import { proposePapers } from './propose.ts'
import { readMaterial } from './read-facts.ts'
import { joinTriple, leaveTriple, replacePaper } from './relate.ts'
import { releaseInvoice } from './release.ts'
import { dropView, listViews, saveView } from './saved-views.ts'
import { takeIn } from './take-in.ts'
import { listTriples } from './triples.ts'

export const materialHandlers: HandlersOf<typeof materialCalls> = {
  'material.list': inHouse(listMaterials),
  'material.facets': inHouse(countMaterials),
  'material.open': inHouse(openMaterial),
  'material.preview': inHouse(previewMaterial),
  'material.import': (desk, { files, ...input }, job) =>
    takeIn(houseOn(desk), { ...input, paths: files.map((handle) => pathOf(desk, handle)) }, job),
  'import.save': async (desk, { to, ...summary }) => ({
    bytes: await saveSummary(targetOf(desk, to), summary, desk.around.clock()),
  }),
  'material.facts': inHouse(readMaterial),
  'material.describe': inHouse(describeMaterial),
  'material.discard': inHouse(discardMaterial),
  'material.restore': inHouse(restoreMaterial),
  'material.describeMany': inHouse(describeMany),
  'material.discardMany': inHouse(discardMany),
  'material.restoreMany': inHouse(restoreMany),
  'material.release': inHouse(releaseInvoice),
  'material.replace': inHouse(replacePaper),
  'material.propose': inHouse(proposePapers),
  'material.places': inHouse(openPlaces),
  'triple.join': inHouse(joinTriple),
  'triple.leave': inHouse(leaveTriple),
  'triple.list': inHouse(listTriples),
  'view.list': inHouse(listViews),
  'view.save': inHouse(saveView),
  'view.drop': inHouse(dropView),
  'material.exportFiles': (desk, { sha256s, to, language }, job) => {
    const house = houseOn(desk)
    const folder = freshFolder(pathOf(desk, to), todayInChina(house.clock()), language)
    return exportFiles(house, { sha256s, folder, language }, job)
  },
}
