/** The park's papers: certificates of honour, decisions, lists and statements. */
import * as park from '../park.ts'
import { park as parkName } from '../parties.ts'
import type { OfficePaper } from './office-paper.ts'
import { parkExtras } from './park-extras.ts'
import { parkPlans } from './park-plans.ts'
import { parkProofs } from './park-proofs.ts'

const honours = park.honours.map(
  ([title, month], at): OfficePaper => ({
    file: `park-honour-${at + 1}`,
    name: `${title.replace(/（.*/, '')}证书.pdf`,
    kind: 'certificate',
    number: `SL-RY-${month.slice(0, 4)}-0${at + 1}`,
    issuer: '示例工业和信息化主管部门',
    issuedOn: `${month}-20`,
    title: '荣 誉 证 书',
    paragraphs: [`${parkName}：`, `经评审、公示，你园区被认定为“${title}”。`, '特发此证。'],
  }),
)

export const officePapers: readonly OfficePaper[] = [
  ...honours,
  ...parkPlans,
  ...parkProofs,
  ...parkExtras,
]
