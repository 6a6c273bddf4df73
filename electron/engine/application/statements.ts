/**
 * 承诺书 and other statements: printed with the applicant's facts, stamped and signed on paper, their
 * scan brought back into its slot. The wording is the pack's; nothing is added to it.
 */
import type { Database } from 'better-sqlite3'
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { StatementView } from '../../../shared/model/statement.ts'
import { affiliatedPapers } from '../../../shared/programme/affiliates.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import type { Statement } from '../../../shared/programme/pack.ts'
import { say } from '../../../shared/text/say.ts'
import { fontFolder } from '../form/fonts.ts'
import { type House, type Job, requireWritable } from '../house.ts'
import { type PagedPdf, pagedDocument } from '../paper/paged-document.ts'
import { save } from '../store/rows.ts'
import { writeOut } from '../write-out.ts'
import { caseOf } from './case.ts'
import { change } from './change.ts'
import { recordOf } from './rows.ts'

type StatementRow = {
  readonly statement: string
  readonly printed: string | null
  readonly signed: string | null
}

const rowsOf = (db: Database, application: string): StatementRow[] =>
  db
    .prepare<[string], StatementRow>(
      'SELECT statement, printed, signed FROM statement WHERE application = ?',
    )
    .all(application)

/** In the pack's order. */
export function statementsOf(db: Database, id: string, subject: Case): StatementView[] {
  const { statements } = subject.pack
  const rows = statements.length > 0 ? rowsOf(db, id) : []
  const affiliated = statements.length > 0 ? affiliatedPapers(subject) : []
  return statements.map((each) => {
    const row = rows.find(({ statement }) => statement === each.id)
    return {
      id: each.id,
      title: each.title,
      slot: each.slot,
      needed: each.when === 'always' || affiliated.length > 0,
      affiliated: each.when === 'affiliated' ? affiliated : [],
      printedOn: row?.printed ?? null,
      signedOn: row?.signed ?? null,
      attached: (subject.slots[each.slot]?.materials.length ?? 0) > 0,
    }
  })
}

/** What is filled in; a fact that the profile lacks leaves room to write by hand. */
function filling(subject: Case): Readonly<Record<string, string>> {
  const { facts, pack } = subject
  const told = (key: string) => facts[key]?.trim() || '＿＿＿＿＿＿'
  const parties = affiliatedPapers(subject).map(({ party, paper }) => `${party}（《${paper}》）`)
  return {
    name: told('name'),
    creditCode: told('creditCode'),
    legalRepresentative: told('legalRepresentative'),
    title: pack.title,
    parties: [...new Set(parties)].join('；') || '＿＿＿＿＿＿',
  }
}

/** Places stand two abreast: what keeps the next one, the day, at the right. */
const toTheRight = (places: number): string[] => Array.from({ length: 1 + (places % 2) }, () => '')

function pdfOf(house: House, subject: Case, statement: Statement, job: Job): Promise<PagedPdf> {
  const data = filling(subject)
  const { title, paragraphs, places } = statement
  return pagedDocument(
    {
      title,
      blocks: [
        { kind: 'text', paragraphs: paragraphs.map((text) => say({ text }, 'text', data)) },
        { kind: 'signing', places: [...places, ...toTheRight(places.length), '年　　月　　日'] },
      ],
      author: data.name ?? '',
      date: house.clock(),
    },
    fontFolder(house.assets),
    job,
  )
}

function mark(
  house: House,
  id: string,
  { statement, ...days }: Partial<StatementRow> & { readonly statement: string },
  action: string,
): ApplicationView {
  const held = rowsOf(house.db, id).find((row) => row.statement === statement)
  const row = { printed: null, signed: null, ...held, statement, ...days }
  return change(house, id, action, { statement }, () =>
    save(house.db, 'statement', { application: id, ...row }),
  )
}

const statementIn = (subject: Case, id: string): Statement => {
  const found = subject.pack.statements.find((each) => each.id === id)
  if (!found) throw new Fault('statement.unknown', { statement: id })
  return found
}

/** `statement.print` with its handle resolved. Throws `statement.unknown`, `form.font`. */
export async function printStatement(
  house: House,
  input: Omit<Parsed<'statement.print'>, 'to'> & { readonly to: string },
  job: Job,
): Promise<ApplicationView> {
  requireWritable(house)
  const subject = caseOf(house, recordOf(house.db, input.id))
  const statement = statementIn(subject, input.statement)
  const { pdf } = await pdfOf(house, subject, statement, job)
  writeOut(input.to, pdf)
  const printed = todayInChina(house.clock())
  // What is printed anew has not been signed yet.
  return mark(
    house,
    input.id,
    { statement: statement.id, printed, signed: null },
    'statement.print',
  )
}

/** Throws `statement.unknown`. */
export function signStatement(house: House, input: Parsed<'statement.sign'>): ApplicationView {
  const subject = caseOf(house, recordOf(house.db, input.id))
  const { id } = statementIn(subject, input.statement)
  const signed = input.signed ? todayInChina(house.clock()) : null
  return mark(house, input.id, { statement: id, signed }, 'statement.sign')
}
