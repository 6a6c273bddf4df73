/**
 * 承诺书 and other statements: printed with the applicant's facts, stamped and signed on paper, their
 * scan brought back into its slot ([Note: Same wording]). The wording is the pack's and the
 * applicant's own; nothing is added to it.
 */
import type { Database } from 'better-sqlite3'
import type { Parsed } from '../../../shared/contract.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { StatementView } from '../../../shared/model/statement.ts'
import { affiliatedPapers } from '../../../shared/programme/affiliates.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { isAskedFor } from '../../../shared/programme/check-statements.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import type { Statement } from '../../../shared/programme/pack.ts'
import {
  typedText,
  type WordingPart,
  wordingOf,
} from '../../../shared/programme/statement-wording.ts'
import { fontFolder } from '../form/fonts.ts'
import { type House, type Job, requireWritable } from '../house.ts'
import { type PagedBlock, type PagedPdf, pagedDocument } from '../paper/paged-document.ts'
import { save } from '../store/rows.ts'
import { writeOut } from '../write-out.ts'
import { caseOf } from './case.ts'
import { change } from './change.ts'
import { recordOf } from './rows.ts'
import {
  lastPrint,
  type StatementRow,
  saveWording,
  statementRows,
  wordingRows,
} from './statement-rows.ts'
import { codeNow, wordingCode } from './statement-scans.ts'
import { statementIn } from './statement-texts.ts'

/** In the pack's order. */
export function statementsOf(db: Database, id: string, subject: Case): StatementView[] {
  const { statements } = subject.pack
  if (statements.length === 0) return []
  const affiliated = affiliatedPapers(subject)
  const rows = statementRows(db, id)
  const wordings = wordingRows(db, id)
  return statements.map((each) => {
    const code = codeNow(subject, each, affiliated)
    const own = wordings.filter(({ statement }) => statement === each.id)
    const differing = own.filter(({ wording }) => wording !== code).map(({ paper }) => paper)
    const row = rows.find(({ statement }) => statement === each.id)
    const reworded = differing.includes(lastPrint)
    const scans = subject.slots[each.slot]?.materials ?? []
    return {
      id: each.id,
      title: each.title,
      slot: each.slot,
      needed: isAskedFor(each, affiliated),
      affiliated: each.when === 'affiliated' ? affiliated : [],
      texts: each.texts.map(({ id: text, label, hint = '' }) => {
        return { id: text, label, hint, value: typedText(subject, each.id, text) }
      }),
      printedOn: reworded ? null : (row?.printed ?? null),
      signedOn: reworded ? null : (row?.signed ?? null),
      reworded,
      attached: scans.length > 0,
      scanDiffers: scans.some(({ sha256 }) => differing.includes(sha256)),
    }
  })
}

/** Places stand two abreast: what keeps the next one, the day, at the right. */
const toTheRight = (places: number): string[] => Array.from({ length: 1 + (places % 2) }, () => '')

/** Lines to write on by hand where a text is still empty. */
const handwrittenLines = 4

const blockOf = (part: WordingPart): PagedBlock =>
  part.kind === 'room'
    ? { kind: 'lines', count: handwrittenLines }
    : { kind: 'text', paragraphs: [part.text] }

function pdfOf(
  house: House,
  author: string,
  { title, places }: Statement,
  parts: readonly WordingPart[],
  job: Job,
): Promise<PagedPdf> {
  const signing = [...places, ...toTheRight(places.length), '年　　月　　日']
  return pagedDocument(
    {
      title,
      blocks: [...parts.map(blockOf), { kind: 'signing', places: signing }],
      author,
      date: house.clock(),
    },
    fontFolder(house.assets),
    job,
  )
}

type Mark = Partial<StatementRow> & { readonly statement: string }

/** `work` belongs to the same change. */
function mark(
  house: House,
  id: string,
  { statement, ...days }: Mark,
  action: string,
  work = () => {},
): ApplicationView {
  const held = statementRows(house.db, id).find((row) => row.statement === statement)
  const row = { printed: null, signed: null, ...held, statement, ...days }
  return change(house, id, action, { statement }, () => {
    save(house.db, 'statement', { application: id, ...row })
    work()
  })
}

/** `statement.print` with its handle resolved. Throws `statement.unknown`, `form.font`. */
export async function printStatement(
  house: House,
  input: Omit<Parsed<'statement.print'>, 'to'> & { readonly to: string },
  job: Job,
): Promise<ApplicationView> {
  requireWritable(house)
  const subject = caseOf(house, recordOf(house.db, input.id))
  const asked = statementIn(subject.pack, input.statement)
  const parts = wordingOf(subject, asked)
  const { pdf } = await pdfOf(house, subject.facts.name ?? '', asked, parts, job)
  writeOut(input.to, pdf)
  const { id: statement } = asked
  const printed = todayInChina(house.clock())
  const wording = wordingCode(asked, parts)
  // What is printed anew has not been signed yet.
  return mark(house, input.id, { statement, printed, signed: null }, 'statement.print', () =>
    saveWording(house.db, input.id, { statement, paper: lastPrint, wording }),
  )
}

/** Throws `statement.unknown`. */
export function signStatement(house: House, input: Parsed<'statement.sign'>): ApplicationView {
  const { pack } = caseOf(house, recordOf(house.db, input.id))
  const { id } = statementIn(pack, input.statement)
  const signed = input.signed ? todayInChina(house.clock()) : null
  return mark(house, input.id, { statement: id, signed }, 'statement.sign')
}
