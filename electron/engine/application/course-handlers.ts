/** Answers the calls about what becomes of an application. */
import type { courseCalls } from '../../../shared/calls/course.ts'
import type { Parsed } from '../../../shared/contract.ts'
import { houseOn, targetOf } from '../desk.ts'
import { type HandlersOf, inHouse } from '../handlers.ts'
import { changeNote, saveChangeNote } from './change-note.ts'
import { recordEvent, undoEvent } from './events.ts'
import { compareSides } from './snapshots.ts'
import { bindScan, changesOfScan, waiveScan } from './stamps.ts'
import { writeStatement } from './statement-texts.ts'
import { printStatement, signStatement } from './statements.ts'
import { addTodo, answerTodo, returnApplication, withdrawTodo } from './todos.ts'
import { viewOf } from './view.ts'

export const courseHandlers: HandlersOf<typeof courseCalls> = {
  'event.record': inHouse(recordEvent),
  'event.undo': inHouse(undoEvent),
  'application.return': inHouse((house, input: Parsed<'application.return'>) =>
    returnApplication(house, { ...input, source: 'hand', ref: '' }),
  ),
  'todo.add': inHouse(addTodo),
  'todo.answer': inHouse(answerTodo),
  'todo.withdraw': inHouse(withdrawTodo),
  'stamp.bind': inHouse(bindScan),
  'stamp.waive': inHouse(waiveScan),
  'stamp.changes': inHouse(changesOfScan),
  'statement.write': inHouse(writeStatement),
  'statement.print': (desk, { to, ...rest }, job) =>
    printStatement(houseOn(desk), { ...rest, to: targetOf(desk, to) }, job),
  'statement.sign': inHouse(signStatement),
  'application.changes': inHouse((house, { id }: Parsed<'application.changes'>) =>
    changeNote(house, viewOf(house, id)),
  ),
  'application.changesPdf': (desk, { id, to }, job) =>
    saveChangeNote(houseOn(desk), { id, to: targetOf(desk, to) }, job),
  'snapshot.compare': inHouse(compareSides),
}
