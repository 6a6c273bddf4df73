/** Answers the calls about reserve, results, titles and later duties. */
import type { reserveCalls } from '../../../shared/calls/reserve.ts'
import { addHonour, listHonours, removeHonour } from '../enterprise/honours.ts'
import { type HandlersOf, inHouse } from '../handlers.ts'
import { listDuties, settleDuty } from './duties.ts'
import { closeApplication, putInReserve } from './reserve.ts'
import { takeUp, takeUpChoices } from './take-up.ts'

export const reserveHandlers: HandlersOf<typeof reserveCalls> = {
  'reserve.put': inHouse(putInReserve),
  'reserve.close': inHouse(closeApplication),
  'reserve.choices': inHouse(takeUpChoices),
  'reserve.takeUp': inHouse(takeUp),
  'duty.list': inHouse(listDuties),
  'duty.settle': inHouse(settleDuty),
  'honour.list': inHouse(listHonours),
  'honour.add': inHouse(addHonour),
  'honour.remove': inHouse(removeHonour),
}
