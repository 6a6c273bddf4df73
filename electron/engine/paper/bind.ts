/** 装订成册: the bound volume of an application, to look at, to save and to print. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import type { BoundVolume } from '../../../shared/model/paper.ts'
import { dayText } from '../../../shared/programme/answer-text.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { applicantName } from '../../../shared/programme/carried.ts'
import { trackOf } from '../../../shared/programme/track.ts'
import { materialKinds } from '../../../shared/registry/registry.ts'
import words from '../../../shared/text/zh-CN/paper.json' with { type: 'json' }
import { formOf } from '../application/render.ts'
import { recordOf } from '../application/rows.ts'
import { bodyNow, dataCode } from '../application/snapshots.ts'
import { keepPrinted } from '../application/stamps.ts'
import { viewOf } from '../application/view.ts'
import { splitEnding } from '../bundle/names.ts'
import { randomHex } from '../crypto.ts'
import { openEnterprise } from '../enterprise/enterprise.ts'
import { fontFolder } from '../form/fonts.ts'
import { type House, type Job, requireWritable } from '../house.ts'
import { blobPath, tmpDir } from '../vault/paths.ts'
import { putStaged } from '../vault/put.ts'
import { copyOut } from '../write-out.ts'
import {
  type BoundVolume as BoundContents,
  type BoundPaper,
  bindVolume,
  type Partly,
  type VolumeInput,
} from './bind-volume.ts'
import { formatName, type PlannedPaper, type PlannedPart, planVolume } from './volume-plan.ts'

/** `application.bind` with its handle resolved. */
export type Bind = { readonly id: string; readonly to?: string | undefined }

/**
 * Binds the volume in `tmp/` and moves it among the vault's files, where the page can show it; a copy
 * goes to the path `to` when one is given. No row refers to the former, so it leaves at the next
 * start. Throws `vault.readOnly`, `form.*`, `disk.full`, `target.unwritable`, `job.cancelled`.
 */
export async function bindApplication(
  house: House,
  { id, to }: Bind,
  job: Job,
): Promise<BoundVolume> {
  requireWritable(house)
  const body = bodyNow(house, recordOf(house.db, id))
  const view = viewOf(house, id)
  const form = view.pack.form ? (await formOf(house, view, job, true)).pdf : null
  const parts = planVolume(view, form !== null)
  const staged = join(tmpDir(house.dir), `${randomHex(16)}.pdf`)
  try {
    const input = volumeInput(house, view, parts, form)
    const bound = await bindVolume(input, staged, fontFolder(house.assets), job)
    const { sha256, size } = await putStaged(house.dir, staged, 'volume.pdf')
    if (to !== undefined) {
      await copyOut(blobPath(house.dir, sha256), to)
      // Saved to be printed and stamped: a scan of its 申报书 belongs to this version.
      if (form) keepPrinted(house, id, body)
    }
    const findings = [
      ...bound.stoodFor.flatMap(({ why, ...at }) => findingOf(`paper.${why}`, at, parts) ?? []),
      ...bound.partly.flatMap((at) => findingOf('paper.partly', at, parts) ?? []),
    ]
    const { pages, substituted } = bound
    return { sha256, size, pages, substituted, findings, starts: startsOf(bound, parts) }
  } finally {
    await rm(staged, { force: true })
  }
}

function volumeInput(
  house: House,
  view: ApplicationView,
  parts: readonly PlannedPart[],
  form: Uint8Array | null,
): VolumeInput {
  const applicant = applicantName(view, openEnterprise(house).facts)
  const track = view.track === null ? undefined : trackOf(view.pack, view.track)
  const changed = new Date(recordOf(house.db, view.id).changed_at)
  const cover: (readonly [string, string])[] = [
    [words['volume.enterprise'], applicant],
    [words['volume.edition'], view.edition],
    ...(track ? [[words['volume.track'], track.title] as const] : []),
    [words['volume.day'], dayText(todayInChina(changed))],
  ]
  return {
    title: view.title,
    author: applicant,
    cover,
    watermark: words['volume.watermark'].replace('{{title}}', view.pack.short),
    code: dataCode(view),
    date: changed,
    form,
    parts: parts.map((part) => ({
      ...part,
      papers: part.papers.map((paper) => boundPaper(house, paper)),
    })),
  }
}

const kindNames = new Map(materialKinds.map(({ id, label }) => [id, label['zh-CN']]))

function boundPaper(house: House, { material, path, marked }: PlannedPaper): BoundPaper {
  const { sha256, media, name, kind, size } = material
  const format = formatName(media)
  return {
    file: blobPath(house.dir, sha256),
    sha256,
    media,
    marked,
    format,
    title: splitEnding(name).title,
    facts: [
      [words['sheet.file'], name],
      [words['sheet.kind'], kindNames.get(kind) ?? kind],
      [words['sheet.format'], format],
      [words['sheet.size'], words['sheet.bytes'].replace('{{size}}', size.toLocaleString('en'))],
      [words['sheet.hash'], sha256],
      [words['sheet.path'], path],
    ],
  }
}

/** The volume's entries are the 目录, the form where there is one, and the parts that are not it. */
function startsOf({ entries }: BoundContents, parts: readonly PlannedPart[]) {
  const bound = parts.filter(({ form }) => !form)
  const tail = entries.slice(entries.length - bound.length)
  const form = entries.length - bound.length > 1 ? entries[1] : undefined
  const starts = bound.map(({ slot }, at) => [slot, tail[at]?.page ?? 0] as const)
  return Object.fromEntries([...(form ? [['form', form.page] as const] : []), ...starts])
}

type At = Pick<Partly, 'part' | 'paper' | 'page'> & { readonly count?: number }

/** What the page says of a paper that a sheet stands for, or beside. */
function findingOf(
  code: Finding['code'],
  { part, paper, page, count = 0 }: At,
  parts: readonly PlannedPart[],
) {
  const slot = parts[part]
  const planned = slot?.papers[paper]
  if (!slot || !planned) return null
  const { name, media } = planned.material
  const finding: Finding = {
    code,
    severity: code === 'paper.foreign' ? 'hint' : 'warning',
    place: { step: 'materials', ref: slot.slot },
    data: { slot: slot.title, paper: name, page, count, kind: formatName(media) },
  }
  return finding
}
