/** Shows a page of a material. */
import type { Parsed } from '../../../shared/contract.ts'
import type { MaterialPreview } from '../../../shared/model/preview.ts'
import { previewFile } from '../extract/preview-thread.ts'
import type { House, Job } from '../house.ts'
import { blobPath } from '../vault/paths.ts'
import { rowOf } from './material-rows.ts'

/** Throws `material.unknown`, `job.cancelled`. */
export async function previewMaterial(
  house: House,
  { sha256, page }: Parsed<'material.preview'>,
  job: Job,
): Promise<MaterialPreview> {
  const { name, media, size } = rowOf(house.db, sha256)
  const wanted = { path: blobPath(house.dir, sha256), about: { name, media, size }, page }
  return previewFile(house, wanted, job.signal)
}
