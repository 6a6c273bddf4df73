/**
 * An archive as a clerk of ten years would have it: invented companies, papers of all usual kinds in
 * realistic shares, with facts, places, tags, versions and triples. Rows are written as an import
 * writes them, but without files.
 */
import { saveFiling } from '../../electron/engine/archive/filing.ts'
import { saveMaterial } from '../../electron/engine/archive/material-rows.ts'
import { sha256 } from '../../electron/engine/crypto.ts'
import type { House } from '../../electron/engine/house.ts'
import { save } from '../../electron/engine/store/rows.ts'
import { type Chance, chanceOf } from './random.ts'

const places = ['江苏', '徐州', '苏州', '南京', '无锡', '常州', '上海', '杭州', '合肥', '深圳']
const words = [
  '云樾',
  '华创',
  '恒信',
  '智联',
  '天工',
  '鼎盛',
  '博远',
  '瑞丰',
  '中控',
  '海纳',
  '启明',
  '金石',
]
const trades = [
  '信息技术',
  '智能装备',
  '工业软件',
  '自动化',
  '精密机械',
  '网络科技',
  '检测技术',
  '新材料',
]
const goods = [
  'MES系统',
  '五轴加工中心',
  '工业机器人',
  '数据采集网关',
  '云平台服务',
  '检测设备',
  '服务器',
  'PLM软件',
]
const titles = [
  '高新技术企业证书',
  '质量管理体系认证证书',
  '信息安全管理体系认证证书',
  '两化融合管理体系评定证书',
  '专精特新中小企业证书',
  '三星级上云企业证书',
]
const tags = ['重点', '技改项目', '上云', '贯标', '已盖章', '待补原件']

const company = (chance: Chance) =>
  `${chance.pick(places)}${chance.pick(words)}${chance.pick(trades)}有限公司（示例）`

const digits = (chance: Chance, length: number) =>
  Array.from({ length }, () => chance.below(10)).join('')
const two = (number: number) => String(number).padStart(2, '0')
const day = (chance: Chance, year: number) =>
  `${year}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`
const money = (chance: Chance) =>
  `${(1 + chance.below(900)) * 10 ** (2 + chance.below(3))}.${two(chance.below(100))}`

type Paper = {
  readonly kind: string
  readonly name: string
  readonly media: string
  readonly facts: Readonly<Record<string, string>>
  readonly from?: string
  readonly to?: string
}

const own = '江苏云樾精密制造有限公司（示例）'

function money3(chance: Chance, year: number) {
  return {
    seller: company(chance),
    amount: money(chance),
    on: day(chance, year),
    what: chance.pick(goods),
  }
}

const makers: readonly (readonly [share: number, make: (chance: Chance, year: number) => Paper])[] =
  [
    [
      45,
      (chance, year) => {
        const { seller, amount, on, what } = money3(chance, year)
        const ofd = chance.below(3) === 0
        const facts = {
          number: digits(chance, 20),
          issuedOn: on,
          buyer: own,
          seller,
          amount,
          goods: `*${what}`,
        }
        const name = `${on.replaceAll('-', '')}_${what}_${seller.slice(0, 4)}_发票.${ofd ? 'ofd' : 'pdf'}`
        return { kind: 'invoice', name, media: ofd ? 'application/ofd' : 'application/pdf', facts }
      },
    ],
    [
      14,
      (chance, year) => {
        const { seller, amount, on, what } = money3(chance, year)
        const number = `YY-CG-${year}-${digits(chance, 3)}`
        const facts = { number, partyA: own, partyB: seller, amount, signedOn: on }
        return {
          kind: 'contract',
          name: `${number} ${what}采购合同.pdf`,
          media: 'application/pdf',
          facts,
        }
      },
    ],
    [
      14,
      (chance, year) => {
        const { seller, amount, on } = money3(chance, year)
        const name = `银行回单_${on}_${seller.slice(0, 4)}.pdf`
        return {
          kind: 'payment',
          name,
          media: 'application/pdf',
          facts: { payee: seller, amount, paidOn: on },
        }
      },
    ],
    [
      8,
      (chance, year) => {
        const title = chance.pick(titles)
        const from = day(chance, year)
        const to = `${year + 3}${from.slice(4)}`
        const facts = {
          title,
          number: `GR${year}32${digits(chance, 6)}`,
          holder: own,
          issuedOn: from,
        }
        return {
          kind: 'certificate',
          name: `${title}（${year}）.jpg`,
          media: 'image/jpeg',
          facts,
          from,
          to,
        }
      },
    ],
    [
      5,
      (chance, year) => {
        const number = `ZL${year}1${digits(chance, 7)}.${chance.below(10)}`
        const facts = {
          title: `一种${chance.pick(goods)}的装置`,
          number,
          holder: own,
          issuedOn: day(chance, year),
        }
        return {
          kind: 'patent',
          name: `发明专利证书 ${number}.pdf`,
          media: 'application/pdf',
          facts,
        }
      },
    ],
    [
      4,
      (chance, year) => {
        const firm = `${chance.pick(places)}${chance.pick(words)}会计师事务所（示例）`
        const facts = {
          year: String(year),
          firm,
          number: `${chance.pick(words)}审字〔${year + 1}〕${digits(chance, 4)}号`,
          opinion: '标准无保留意见',
          holder: own,
        }
        return {
          kind: 'audit-report',
          name: `${year}年度审计报告.pdf`,
          media: 'application/pdf',
          facts,
        }
      },
    ],
    [
      5,
      (chance, year) => ({
        kind: 'photo',
        name: `车间现场照片_${year}_${digits(chance, 3)}.jpg`,
        media: 'image/jpeg',
        facts: {},
      }),
    ],
    [
      5,
      (chance, year) => ({
        kind: 'other',
        name: `${year}年会议纪要_${digits(chance, 2)}.docx`,
        media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        facts: {},
      }),
    ],
  ]

function make(chance: Chance): Paper {
  const year = 2015 + chance.below(10)
  let left = chance.below(100)
  for (const [share, maker] of makers) {
    left -= share
    if (left < 0) return maker(chance, year)
  }
  return { kind: 'other', name: '材料.pdf', media: 'application/pdf', facts: {} }
}

/** Fills a house with `count` materials after those that are there. */
export function fillArchive(house: House, count: number, seed = 11): void {
  const chance = chanceOf(seed)
  const { db } = house
  const start = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM log').pluck().get() ?? 0
  const older = new Map<string, number>()
  db.transaction(() => {
    for (let n = 1; n <= count; n += 1) {
      const { kind, name, media, facts, from = null, to = null } = make(chance)
      const seq = start + n
      const filed = chance.below(3) === 0
      saveMaterial(db, {
        seq,
        sha256: sha256(`${seed} ${n}`),
        name,
        kind,
        size: 20_000 + chance.below(4_000_000),
        media,
        facts: JSON.stringify(facts),
        valid_from: from,
        valid_to: to,
        note: '',
        confirmed: chance.below(5) === 0 ? 0 : 1,
        damaged: chance.below(900) === 0 ? 1 : 0,
        sample: 0,
        imported_at: `${2016 + chance.below(8)}-0${1 + chance.below(9)}-1${chance.below(10)}T02:00:00.000Z`,
        deleted_at: chance.below(80) === 0 ? '2024-02-01T02:00:00.000Z' : null,
      })
      if (filed) {
        const cabinet = `${1 + chance.below(6)}号柜${1 + chance.below(4)}层`
        saveFiling(db, seq, {
          cabinet,
          number: `DA-${digits(chance, 5)}`,
          tags: [chance.pick(tags)],
        })
        const row = db.prepare('SELECT * FROM material WHERE seq = ?').get(seq)
        saveMaterial(db, row as never)
      }
      const before = kind === 'certificate' ? older.get(facts.title ?? '') : undefined
      if (before !== undefined)
        save(db, 'succession', { material: seq, older: before, day: '2024-01-01' })
      if (kind === 'certificate') older.set(facts.title ?? '', seq)
    }
  })()
}
