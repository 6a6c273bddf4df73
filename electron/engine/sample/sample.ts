/**
 * The invented example enterprise: put into an empty vault, and taken out again in one go. It must
 * never mix with a real enterprise's papers.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import { type Sample, type SampleApplication, sample } from '../../../shared/model/sample.ts'
import { attest } from '../application/attest.ts'
import { createApplication } from '../application/create.ts'
import { fillApplication } from '../application/fill.ts'
import { attach, waive } from '../application/slots.ts'
import { importFiles } from '../archive/import.ts'
import { asFiles } from '../archive/intake.ts'
import { findRow, saveMaterial } from '../archive/material-rows.ts'
import { fillEnterprise, openEnterprise } from '../enterprise/enterprise.ts'
import { type House, type Job, requireWritable } from '../house.ts'
import { append } from '../store/log.ts'
import { hashFile } from '../vault/put.ts'

function readSample(folder: string): Sample {
  try {
    return sample.parse(JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8')))
  } catch (cause) {
    throw new Fault('sample.missing', {}, { cause })
  }
}

function requireEmpty(house: House): void {
  const { facts, indicators } = openEnterprise(house)
  const used = house.db.prepare<[], number>('SELECT count(*) FROM material').pluck().get()
  if (used || Object.keys(facts).length > 0 || indicators.length > 0) {
    throw new Fault('sample.notEmpty')
  }
}

/** Imports the papers and gives them their names and facts. Returns hash by file name. */
async function bringPapers(house: House, folder: string, told: Sample, job: Job) {
  const files = told.materials.map(({ file, name }) => ({
    path: join(folder, 'files', file),
    shown: name,
    size: 0,
  }))
  const items = asFiles(house.dir, files)
  const report = await importFiles(house, { items, sample: true }, job)
  if (job.signal.aborted) throw new Fault('job.cancelled')
  if (report.refused > 0) throw new Fault('sample.missing')
  const hashes = new Map<string, string>()
  for (const { file } of told.materials)
    hashes.set(file, await hashFile(join(folder, 'files', file)))
  house.db.transaction(() => {
    for (const { file, name, kind, facts, validFrom, validTo, note } of told.materials) {
      const row = findRow(house.db, hashes.get(file) ?? '')
      if (!row) throw new Fault('sample.missing')
      saveMaterial(house.db, {
        ...row,
        name,
        kind,
        facts: JSON.stringify(facts),
        valid_from: validFrom,
        valid_to: validTo,
        note,
        confirmed: 1,
      })
    }
    append(house.db, house.clock(), 'sample.describe', 'material', { count: hashes.size })
  })()
  return hashes
}

async function beginApplication(
  house: House,
  told: SampleApplication,
  hashes: ReadonlyMap<string, string>,
  job: Job,
): Promise<void> {
  const { programme, edition, track } = told
  const { id, revision } = createApplication(house, { id: programme, edition, track }, true)
  if (Object.keys(told.answers).length > 0) {
    fillApplication(house, { id, base: revision, answers: told.answers as never })
  }
  for (const [slot, files] of Object.entries(told.links)) {
    const materials = files.map((file) => hashes.get(file) ?? '')
    await attach(house, { id, slot, paths: [], materials }, job)
  }
  for (const { condition, outcome, name, note } of told.attestations) {
    attest(house, { id, condition, outcome, name, note })
  }
  for (const { slot, reason } of told.waivers) waive(house, { id, slot, reason })
}

/**
 * Loads the example. Throws `sample.notEmpty` where the vault already holds an enterprise's data,
 * `sample.missing` where the example did not come with the program.
 */
export async function loadSample(house: House, job: Job): Promise<void> {
  requireWritable(house)
  requireEmpty(house)
  const folder = join(house.assets, 'sample')
  const told = readSample(folder)
  const hashes = await bringPapers(house, folder, told, job)
  fillEnterprise(house, { base: 0, ...told.enterprise }, true)
  for (const application of told.applications) {
    await beginApplication(house, application, hashes, job)
  }
}

/**
 * Takes the example out: its papers, its applications, its profile. What a person added to the
 * vault stays; its blobs leave at the next start, when nothing refers to them.
 */
export function removeSample(house: House): void {
  const { db } = house
  db.transaction(() => {
    append(db, house.clock(), 'sample.remove', 'sample')
    db.exec(`
      CREATE TEMP TABLE leaving AS SELECT seq FROM receipt
        WHERE application IN (SELECT id FROM application WHERE sample = 1);
      DELETE FROM receipt_file WHERE receipt IN (SELECT seq FROM leaving);
      DELETE FROM receipt_volume WHERE receipt IN (SELECT seq FROM leaving);
      DELETE FROM receipt WHERE seq IN (SELECT seq FROM leaving);
      DROP TABLE leaving;
      DELETE FROM application WHERE sample = 1;
      DELETE FROM tick WHERE material IN (SELECT seq FROM material WHERE sample = 1);
      DELETE FROM stamped WHERE material IN (SELECT seq FROM material WHERE sample = 1);
      DELETE FROM link WHERE material IN (SELECT seq FROM material WHERE sample = 1);
      DELETE FROM material WHERE sample = 1;
      DELETE FROM fact WHERE (SELECT sample FROM enterprise) = 1;
      DELETE FROM indicator WHERE (SELECT sample FROM enterprise) = 1;
      DELETE FROM enterprise WHERE sample = 1;
    `)
  })()
}
