/**
 * The gate: every call's input is parsed here, handed to its service, and the answer or the failure
 * goes back. The table below is complete by its type: a missing or misspelt call does not compile.
 */
import { calls, type Name, type Output, type Parsed } from '../../shared/contract.ts'
import { Fault } from '../../shared/fault.ts'
import { todayInChina } from '../../shared/programme/calendar.ts'
import type { Failure } from '../../shared/wire.ts'
import { attest } from './application/attest.ts'
import { createApplication } from './application/create.ts'
import { exportApplication } from './application/export.ts'
import { fillApplication } from './application/fill.ts'
import { moveApplication, planMoves } from './application/move.ts'
import { readCondition, tickPoint } from './application/read.ts'
import { renderApplication } from './application/render.ts'
import { attach, detach, waive } from './application/slots.ts'
import { listApplications, openApplication } from './application/view.ts'
import { rebuildCatalogue } from './archive/catalogue.ts'
import { exportFiles, freshFolder } from './archive/export-files.ts'
import { gather } from './archive/gather.ts'
import { importFiles } from './archive/import.ts'
import { countMaterials, listMaterials } from './archive/list-materials.ts'
import { describeMany, discardMany, restoreMany } from './archive/many.ts'
import {
  describeMaterial,
  discardMaterial,
  openMaterial,
  restoreMaterial,
} from './archive/materials.ts'
import { readImported, readMaterial } from './archive/read-facts.ts'
import { verifyBundle } from './bundle/verify.ts'
import {
  closeHouse,
  createHouse,
  type Desk,
  fileOf,
  houseOn,
  openHouse,
  pathOf,
  recentVaults,
} from './desk.ts'
import { fillEnterprise, openEnterprise } from './enterprise/enterprise.ts'
import { faultOf } from './fault-of.ts'
import { type House, type Job, requireWritable } from './house.ts'
import { createIdentity, listIdentities } from './identity/identities.ts'
import { correctPack } from './programme/correct-pack.ts'
import { dropPack, importPack, previewPack } from './programme/import-pack.ts'
import { listProgrammes, openProgramme } from './programme/programmes.ts'
import { saveSheet } from './programme/save-sheet.ts'
import { loadSample, removeSample } from './sample/sample.ts'
import { recordSurprise } from './surprise.ts'
import { fsck } from './vault/fsck.ts'
import { vaultState } from './vault/state.ts'

type Handlers = {
  readonly [N in Name]: (desk: Desk, input: Parsed<N>, job: Job) => Output<N> | Promise<Output<N>>
}

/** A service that needs nothing but the open house. */
const inHouse =
  <I, O>(service: (house: House, input: I, job: Job) => O) =>
  (desk: Desk, input: I, job: Job): O =>
    service(houseOn(desk), input, job)

const handlers: Handlers = {
  'vault.state': vaultState,
  'vault.create': (desk, { folder, name }) => {
    createHouse(desk, pathOf(desk, folder), name)
    return vaultState(desk)
  },
  'vault.open': (desk, input) => {
    if ('folder' in input) openHouse(desk, pathOf(desk, input.folder))
    else {
      const known = recentVaults(desk.config).find(({ id }) => id === input.recent)
      if (!known) throw new Fault('vault.missing', { folder: '' })
      openHouse(desk, known.folder)
    }
    return vaultState(desk)
  },
  'vault.close': (desk) => {
    closeHouse(desk)
    return vaultState(desk)
  },
  'vault.fsck': inHouse(async (house, _input: object, job) => {
    const report = await fsck(house.dir, house.db, job)
    if (report.catalogue === 'broken' && !house.readOnly) rebuildCatalogue(house.db)
    return report
  }),
  'sample.load': async (desk, _input, job) => {
    await loadSample(houseOn(desk), job)
    return vaultState(desk)
  },
  'sample.remove': (desk) => {
    removeSample(houseOn(desk))
    return vaultState(desk)
  },

  'enterprise.open': inHouse(openEnterprise),
  'enterprise.fill': inHouse((house, input: Parsed<'enterprise.fill'>) =>
    fillEnterprise(house, input),
  ),

  'material.list': inHouse(listMaterials),
  'material.facets': inHouse(countMaterials),
  'material.open': inHouse(openMaterial),
  'material.import': async (desk, { files, kind }, job) => {
    const gathered = await gather(files.map((handle) => pathOf(desk, handle)))
    const report = await importFiles(houseOn(desk), { files: gathered, kind }, job)
    await readImported(houseOn(desk), report.results, job)
    return report
  },
  'material.facts': inHouse(readMaterial),
  'material.describe': inHouse(describeMaterial),
  'material.discard': inHouse(discardMaterial),
  'material.restore': inHouse(restoreMaterial),
  'material.describeMany': inHouse(describeMany),
  'material.discardMany': inHouse(discardMany),
  'material.restoreMany': inHouse(restoreMany),
  'material.exportFiles': (desk, { sha256s, to, language }, job) => {
    const house = houseOn(desk)
    const folder = freshFolder(pathOf(desk, to), todayInChina(house.clock()), language)
    return exportFiles(house, { sha256s, folder, language }, job)
  },

  'programme.list': inHouse(listProgrammes),
  'programme.open': inHouse(openProgramme),
  'programme.save': (desk, { to, ...wanted }) =>
    saveSheet(houseOn(desk), { ...wanted, path: pathOf(desk, to) }),

  'pack.preview': async (desk, { file }) =>
    previewPack(houseOn(desk), { path: await fileOf(desk, file) }),
  'pack.import': async (desk, { file }) =>
    importPack(houseOn(desk), { path: await fileOf(desk, file) }),
  'pack.correct': inHouse(correctPack),
  'pack.drop': inHouse(dropPack),
  'policy.list': inHouse((house) => house.policies),

  'application.list': inHouse(listApplications),
  'application.create': inHouse((house, input: Parsed<'application.create'>) =>
    createApplication(house, input),
  ),
  'application.open': inHouse(openApplication),
  'application.moves': inHouse(planMoves),
  'application.move': inHouse(moveApplication),
  'application.fill': inHouse(fillApplication),
  'application.attach': (desk, { files, ...rest }, job) => {
    const paths = files.map((handle) => pathOf(desk, handle))
    return attach(houseOn(desk), { ...rest, paths }, job)
  },
  'application.detach': inHouse(detach),
  'application.waive': inHouse(waive),
  'application.attest': inHouse(attest),
  'application.read': inHouse(readCondition),
  'application.tick': inHouse(tickPoint),
  'application.render': (desk, { id, to }, job) =>
    renderApplication(houseOn(desk), { id, to: to && pathOf(desk, to) }, job),
  'application.export': (desk, { to, ...rest }, job) =>
    exportApplication(houseOn(desk), { ...rest, to: pathOf(desk, to) }, job),

  'bundle.verify': async (desk, { file }, job) => verifyBundle(await fileOf(desk, file), job),

  'identity.list': inHouse(listIdentities),
  'identity.create': (desk, input) => {
    const house = houseOn(desk)
    requireWritable(house)
    createIdentity(house, { ...input, at: house.clock() })
    return listIdentities(house)
  },
}

const isName = (call: string): call is Name => Object.hasOwn(calls, call)

async function answer<N extends Name>(desk: Desk, name: N, input: unknown, job: Job) {
  const parsed = calls[name].input.safeParse(input)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Fault('input.invalid', {
      path: `${name} ${issue?.path.join('.') ?? ''}`.trim(),
      why: issue?.message ?? '',
    })
  }
  return handlers[name](desk, parsed.data as Parsed<N>, job)
}

/** Serves one call; never rejects. What a closed vault cuts off counts as cancelled. */
export async function serve(
  desk: Desk,
  call: string,
  input: unknown,
  job: Job,
): Promise<{ readonly value: unknown } | { readonly fault: Failure }> {
  const { house } = desk
  try {
    if (!isName(call)) throw new Fault('call.unknown', { call })
    return { value: await answer(desk, call, input, job) }
  } catch (error) {
    const closed = house !== null && !house.db.open
    const fault = closed ? new Fault('job.cancelled') : faultOf(error)
    if (fault) return { fault: { code: fault.code, data: fault.data } }
    const ref = recordSurprise(desk.config, call, error, desk.around.clock())
    return { fault: { code: 'unexpected', data: { ref } } }
  }
}
