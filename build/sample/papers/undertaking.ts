import { heading, paragraph, signed } from '../layout.ts'
import { chineseDay } from '../money.ts'
import { enterprise } from '../parties.ts'
import { project } from '../purchases.ts'
import type { Paper } from '../render.ts'

export const undertakingDay = '2023-02-10'

export function undertaking(): Paper {
  return {
    title: '信用承诺书',
    dated: undertakingDay,
    content: [
      heading('信用承诺书', 22, 26),
      { text: '江苏省工业和信息化厅：', margin: [0, 0, 0, 8] },
      paragraph(
        `我单位申报2023年度江苏省工业互联网标杆工厂（项目名称：${project}），现郑重承诺如下：`,
      ),
      paragraph('一、所提供的申报材料真实、准确、完整，复印件与原件一致，无弄虚作假行为。'),
      paragraph('二、近三年未发生重大安全、环保、质量事故，未被列入严重失信主体名单。'),
      paragraph('三、申报项目已经建成并投入运行，投入的发票未在其他财政专项中重复使用。'),
      paragraph('四、如有违反，愿意承担相应责任，并同意将失信信息记入信用档案。'),
      { text: `法定代表人：${enterprise.representative}（签字）`, margin: [0, 40, 0, 0] },
      signed(enterprise.name, chineseDay(undertakingDay)),
    ],
  }
}
