/** What a queue keeps, and how it is sent: the answers of the form, and the texts of statements. */
import type { Input } from '../../../../shared/contract.ts'
import type { ApplicationView, FilledView } from '../../../../shared/model/application.ts'
import type { Answers } from '../../../../shared/programme/form.ts'
import { isRows, rowsChange } from '../../../../shared/programme/rows-change.ts'
import { textRef } from '../../../../shared/programme/statement-wording.ts'

export type Kept = {
  /** What the view holds of it. */
  readonly keptOf: (view: ApplicationView) => Answers
  /** Sends changes and answers with the view after them; `now` is the newest view known. */
  readonly send: (now: () => ApplicationView, sent: Answers) => Promise<ApplicationView>
}

type Filling = Input<'application.fill'>
type FormWays = {
  readonly fill: (input: Filling) => Promise<FilledView>
  readonly reload: () => Promise<ApplicationView | undefined>
}

/** What has to be sent: of a table that is known, only the rows that changed. */
function fillingOf({ id, revision: base, answers }: ApplicationView, sent: Answers): Filling {
  const whole: [string, unknown][] = []
  const rows: [string, unknown][] = []
  for (const [key, value] of Object.entries(sent)) {
    const known = answers[key]
    if (isRows(known) && isRows(value)) rows.push([key, rowsChange(known, value)])
    else whole.push([key, value])
  }
  const filling = { id, base, answers: Object.fromEntries(whole) } as Filling
  return rows.length > 0 ? ({ ...filling, rows: Object.fromEntries(rows) } as Filling) : filling
}

/** The view after what was sent, put together from what was known and what came back. */
function filledView(
  { pack, answers: known }: ApplicationView,
  sent: Answers,
  { others, ...view }: FilledView,
): ApplicationView {
  const answers = Object.entries({ ...known, ...others, ...sent })
  return {
    ...view,
    pack,
    answers: Object.fromEntries(answers.filter(([, value]) => value.length > 0)),
  }
}

export const formAnswers = ({ fill, reload }: FormWays): Kept => ({
  keptOf: ({ answers }) => answers,
  send: async (now, sent) => {
    const reply = await fill(fillingOf(now(), sent))
    const known = now()
    // Somebody moved it to another edition meanwhile: its form is not the one known here.
    const moved = reply.packHash === known.packHash ? undefined : await reload()
    return moved ?? filledView(known, sent, reply)
  },
})

type Writing = Input<'statement.write'>

/** The texts of all statements, by their `textRef`. */
export const statementTexts = (write: (input: Writing) => Promise<ApplicationView>): Kept => ({
  keptOf: ({ statements }) =>
    Object.fromEntries(
      statements.flatMap(({ id, texts }) =>
        texts.map((text) => [textRef(id, text.id), text.value] as const),
      ),
    ),
  send: async (now, sent) => {
    let view = now()
    for (const { id: statement, texts } of now().statements) {
      for (const { id: text } of texts) {
        const value = sent[textRef(statement, text)]
        if (typeof value !== 'string') continue
        view = await write({ id: view.id, base: view.revision, statement, text, value })
      }
    }
    return view
  },
})
