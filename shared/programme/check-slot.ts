/** One slot of the checklist: how many papers, of which kind, for which years, valid on which day. */
import type { Finding, FindingCode, Severity } from '../model/finding.ts'
import type { Material } from '../model/material.ts'
import type { Missing } from '../model/verdict.ts'
import { compareDays } from './calendar.ts'
import { satisfies } from './decimal.ts'
import { sourceOf } from './evaluate.ts'
import type { Case } from './evidence.ts'
import { kindLabel, missingLabel, named, slotLabel } from './label.ts'
import type { Slot } from './pack.ts'
import { slotApplies } from './slot-applies.ts'
import { uploadFaults } from './upload.ts'

/**
 * Findings of one slot. A waived slot has none: its reason is printed instead; nor has one that does
 * not apply. Where that is still open, papers are asked for without blocking.
 */
export function checkSlot(slot: Slot, c: Case): readonly Finding[] {
  const content = c.slots[slot.id]
  const { applies, missing } = slotApplies(slot, c)
  if (content?.waived || applies === 'no') return []
  const found = papersOf(slot, content?.materials ?? [], c)
  if (applies === 'yes') return found
  return [
    ...found.map((each) => (each.severity === 'blocking' ? eased(each) : each)),
    say(slot, 'slot.open', 'hint', null, wanting(missing, c)),
  ]
}

/** What would tell whether the slot applies: things to supply, or else questions to a person. */
function wanting(missing: readonly Missing[], c: Case): Finding['data'] {
  const supplied = missing.filter(({ what }) => what !== 'attestation' && what !== 'text')
  const asked = supplied.length > 0 ? supplied : missing
  const labels = asked.map((each) => missingLabel(c.pack, each))
  return supplied.length > 0
    ? named('missing', labels)
    : { question: labels.map((label) => asQuestion(label['zh-CN'])).join('') }
}

/** Packs ask with and without their question mark; a sentence that goes on behind needs it. */
const asQuestion = (text: string): string => (/[？。！?]$/.test(text) ? text : `${text}？`)

const eased = (finding: Finding): Finding => ({ ...finding, severity: 'warning' })

function papersOf(slot: Slot, papers: readonly Material[], c: Case): readonly Finding[] {
  return [
    ...counted(slot, papers, c),
    ...papers.flatMap((paper) => [
      ...fits(slot, paper),
      ...uploads(slot, paper),
      ...(paper.damaged ? [say(slot, 'material.damaged', 'blocking', paper)] : []),
      ...openable(slot, paper, c),
      ...inside(slot, paper, c),
    ]),
    ...valid(slot, papers, c),
    ...years(slot, papers),
  ]
}

/** Guiding and preferred papers never block. */
const severityOf = (slot: Slot): Severity => (slot.hardness === 'binding' ? 'blocking' : 'hint')

/** True when the alternative slot holds a paper, so that this one may stay empty or expired. */
const stoodIn = (slot: Slot, c: Case): boolean =>
  slot.alternative !== undefined && (c.slots[slot.alternative]?.materials.length ?? 0) > 0

function counted(slot: Slot, papers: readonly Material[], c: Case): readonly Finding[] {
  const count = papers.length
  const data = { count, min: slot.min, max: slot.max ?? '' }
  if (slot.max !== undefined && count > slot.max) {
    return [say(slot, 'slot.tooMany', severityOf(slot), null, data)]
  }
  if (count >= slot.min || stoodIn(slot, c)) return []
  if (count > 0) return [say(slot, 'slot.tooFew', severityOf(slot), null, data)]
  const other = slot.alternative
  const alternative = other === undefined ? '' : slotLabel(c.pack, other)['zh-CN']
  return [say(slot, 'slot.missing', severityOf(slot), null, { ...data, alternative })]
}

function fits(slot: Slot, paper: Material): readonly Finding[] {
  if (!slot.accepts.includes(paper.kind)) {
    const data = {
      ...named('kind', [kindLabel(paper.kind)]),
      ...named('accepts', slot.accepts.map(kindLabel)),
    }
    return [say(slot, 'slot.kind', severityOf(slot), paper, data)]
  }
  return paper.confirmed ? [] : [say(slot, 'slot.unconfirmed', 'warning', paper)]
}

/** What a person has not yet confirmed to stand inside the paper. */
function inside(slot: Slot, paper: Material, c: Case): readonly Finding[] {
  const ticked = c.ticks
    .filter((tick) => tick.slot === slot.id && tick.sha256 === paper.sha256)
    .map((tick) => tick.point)
  const open = slot.inside.filter((point) => !ticked.includes(point))
  if (open.length === 0) return []
  return [
    say(slot, 'slot.inside', 'warning', paper, { points: open.join('；'), count: open.length }),
  ]
}

const uploads = (slot: Slot, paper: Material): readonly Finding[] =>
  uploadFaults(slot, paper).map(({ code, data }) =>
    say(slot, `slot.${code}`, severityOf(slot), paper, data),
  )

const program = /\.(exe|msi|bat|cmd|com|scr|lnk|dll|vbs|js|ps1)$/i

/** Nobody who receives it could look into it. */
function openable(slot: Slot, paper: Material, { unreadable }: Case): readonly Finding[] {
  if (program.test(paper.name)) return [say(slot, 'slot.program', severityOf(slot), paper)]
  const trouble = unreadable[paper.sha256]
  return trouble ? [say(slot, `slot.${trouble}`, 'warning', paper)] : []
}

/**
 * Validity relative to the slot's own day, which blocks; without one, to today, which only warns.
 * One paper that is valid is enough.
 */
function valid(slot: Slot, papers: readonly Material[], c: Case): readonly Finding[] {
  const strict = slot.validity !== undefined
  const day = slot.validity?.day ?? c.today
  const op = slot.validity?.rule === 'after' ? '>' : '>='
  const good = (paper: Material) =>
    paper.validTo !== null && satisfies(compareDays(paper.validTo, day), op)
  const soft = !strict || papers.some(good) || stoodIn(slot, c)
  const severity: Severity = soft ? 'warning' : severityOf(slot)
  return papers.flatMap((paper) => {
    if (good(paper)) return []
    if (paper.validTo === null) {
      return strict ? [say(slot, 'slot.validityUnknown', severity, paper, { day })] : []
    }
    return [
      say(slot, 'slot.expired', severity, paper, {
        until: paper.validTo,
        day,
        rule: slot.validity?.rule ?? '',
      }),
    ]
  })
}

function years(slot: Slot, papers: readonly Material[]): readonly Finding[] {
  if (papers.length === 0) return []
  const covered = new Set(papers.map((paper) => paper.facts.year?.trim()))
  return (slot.years ?? [])
    .filter((year) => !covered.has(String(year)))
    .map((year) => say(slot, 'slot.yearMissing', severityOf(slot), null, { year }))
}

const say = (
  slot: Slot,
  code: FindingCode,
  severity: Severity,
  paper: Material | null,
  data: Finding['data'] = {},
): Finding => ({
  code,
  severity,
  place: { step: 'materials', ref: slot.id },
  data: {
    slot: slot.title,
    clause: slot.source.clause,
    ...(paper ? { paper: paper.name } : {}),
    ...data,
  },
  source: sourceOf(slot.source),
})
