/** A small application with papers on disk, for the bundle suites. Everything in it is invented. */
import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BundleInput, composeBundle } from '../../electron/engine/bundle/compose.ts'
import { writeBundle } from '../../electron/engine/bundle/write.ts'
import { identityFor } from '../../electron/engine/identity/identities.ts'
import type { ApplicationView } from '../../shared/model/application.ts'
import type { EnterpriseView } from '../../shared/model/enterprise.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Material } from '../../shared/model/material.ts'
import { pack as packSchema } from '../../shared/programme/pack.ts'
import { quietJob } from '../support/quiet-job.ts'

export const at = new Date('2023-05-06T07:08:09.000Z')
export const enterpriseName = '江苏示例智能制造有限公司'
const source = { document: 'notice', clause: '一', line: 1, quote: '略' }
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const examplePack = packSchema.parse({
  format: 1,
  id: 'js-example',
  edition: '2023',
  baseYear: 2023,
  title: '示例项目<script>alert(1)</script>',
  short: '示例项目',
  level: 'provincial',
  region: '320000',
  category: '示例',
  department: { text: '示例处', source },
  documents: [
    { id: 'notice', title: '示例通知', number: '', publisher: '示例厅', published: '2023年' },
  ],
  windows: [{ id: 'w', role: 'enterprise', closes: '2023-05-31', source }],
  benefits: [],
  applicants: [{ text: '企业', source }],
  conditions: [
    {
      id: 'c',
      group: '条件',
      text: '示例',
      hardness: 'binding',
      rule: { kind: 'attest', question: '?' },
      source,
    },
  ],
  slots: [
    {
      id: 'audit',
      title: '审计报告',
      accepts: ['audit-report'],
      upload: { types: ['pdf'], maxBytes: 2000 },
      stamped: true,
      source,
    },
    { id: 'empty', title: '可缺材料', accepts: ['other'], min: 0, source },
    {
      id: 'proof',
      title: '佐证材料/其他（含照片）',
      accepts: ['other'],
      copies: 2,
      note: '按顺序上传',
      source,
    },
  ],
  procedure: {
    channels: ['online', 'paper'],
    system: { name: '示例申报系统', address: 'http://example.invalid/apply' },
    steps: [
      { text: '登录系统', source },
      { text: '填报并提交', source },
    ],
    chain: [],
    paper: [{ text: '纸质材料一式两份，盖章', source }],
  },
  contacts: [],
  links: [],
  form: {
    title: '示例申报书',
    cover: [{ field: 'name', label: '申报单位', seal: true }],
    fields: [
      { id: 'name', type: 'text', label: '单位名称', required: true },
      { id: 'revenue', type: 'money', label: '营业收入', unit: '万元' },
      { id: 'founded', type: 'date', label: '成立日期' },
      {
        id: 'kind',
        type: 'choices',
        label: '类别',
        options: [
          { id: 'a', label: '甲类' },
          { id: 'b', label: '乙类' },
        ],
      },
      {
        id: 'people',
        type: 'table',
        label: '团队',
        columns: [
          { id: 'who', type: 'text', label: '姓名' },
          { id: 'age', type: 'number', label: '年龄' },
        ],
      },
      { id: 'story', type: 'narrative', label: '总体情况' },
    ],
    sections: [
      {
        id: 's1',
        title: '一、基本情况',
        blocks: [
          {
            kind: 'grid',
            id: 'g',
            widths: [1, 1],
            rows: [
              { cells: [{ text: '收入', head: true }, { field: 'revenue' }] },
              { cells: [{ text: '类别', head: true }, { field: 'kind' }] },
              { repeat: 'people', cells: [{ column: 'who' }, { column: 'age' }] },
            ],
          },
        ],
      },
      {
        id: 's2',
        title: '二、总体情况',
        blocks: [{ kind: 'chapter', field: 'story', title: '总体情况' }],
      },
    ],
  },
})

/** As the vault keeps it: the text whose hash names it. */
const packBody = JSON.stringify(examplePack)

const material = (seq: number, name: string, bytes: Uint8Array): Material => ({
  seq,
  sha256: sha256(bytes),
  name,
  kind: 'other',
  size: bytes.length,
  media: 'application/pdf',
  facts: { year: '2022' },
  validFrom: null,
  validTo: null,
  note: '',
  confirmed: true,
  damaged: false,
  sample: true,
  importedAt: at.toISOString(),
  deletedAt: null,
})

export const finding: Finding = {
  code: 'field.required',
  severity: 'blocking',
  place: { step: 'form', ref: 'founded' },
  data: { label: '成立日期' },
}

export type Papers = readonly (readonly [slot: string, name: string, bytes: Uint8Array])[]

export const fewPapers: Papers = [
  ['audit', '2022年度审计报告.PDF', Buffer.from('%PDF-1.7 审计')],
  ['proof', '照片 (1).jpg', Buffer.from([0xff, 0xd8, 0, 1, 2, 3])],
  ['proof', 'CON.txt', Buffer.alloc(0)],
]

const exampleView = (papers: Papers): ApplicationView => ({
  id: 'application-1',
  programme: examplePack.id,
  edition: examplePack.edition,
  track: null,
  title: examplePack.title,
  short: examplePack.short,
  state: 'draft',
  events: [],
  todos: [],
  stamps: [],
  snapshots: [],
  unsent: null,
  origin: null,
  statements: [],
  year: 2022,
  reachedOn: null,
  revision: 7,
  completeness: { done: 1, total: 2 },
  blocking: 1,
  closes: '2023-05-31',
  changedAt: at.toISOString(),
  pack: examplePack,
  packHash: sha256(Buffer.from(packBody)),
  answers: {
    name: enterpriseName,
    revenue: '12345678.90',
    kind: ['b'],
    people: [
      { who: '张三\n（组长）', age: '41' },
      { who: '李四', age: '35' },
    ],
    story: '第一段 "引号" & <b>标签</b>\n第二段',
  },
  carried: {},
  derived: {},
  slots: examplePack.slots.map(({ id }) => ({
    id,
    applies: 'yes',
    materials: papers.flatMap(([slot, name, bytes], i) =>
      slot === id ? [material(i + 1, name, bytes)] : [],
    ),
    waived: id === 'empty' ? '本企业没有' : null,
    available: 0,
    when: null,
  })),
  attestations: {},
  readings: {},
  ticks: [],
  verdicts: [],
  findings: [finding],
  receipts: [],
})

const exampleEnterprise: EnterpriseView = {
  facts: { name: enterpriseName, creditCode: '91320506MA1EXAMP17' },
  indicators: [{ code: 'revenue', year: 2022, value: '123' }],
  revision: 1,
  sample: true,
}

/** A folder that plays the vault, with the papers in it by hash. */
export function exampleInput(papers: Papers = fewPapers): BundleInput & { readonly dir: string } {
  const dir = mkdtempSync(join(tmpdir(), 'bundle-'))
  for (const [, , bytes] of papers) writeFileSync(join(dir, sha256(bytes)), bytes)
  return {
    dir,
    view: exampleView(papers),
    enterprise: exampleEnterprise,
    packBody,
    previous: null,
    changes: null,
    formPdf: Buffer.from('%PDF-1.7 申报书'),
    vaultId: 'vault-1',
    logHead: 'cd'.repeat(32),
    version: '0.1.0',
    at,
    reason: '按县里要求先行报送',
    snapshot: '0123456789abcdef',
    signer: identityFor({ dir }, { name: enterpriseName, creditCode: '91320506MA1EXAMP17', at }),
    fileOf: (hash) => join(dir, hash),
  }
}

/** Composes and writes the example; returns where it lies. */
export async function writeExample(papers: Papers = fewPapers) {
  const input = exampleInput(papers)
  const spec = composeBundle(input)
  const path = join(input.dir, `${spec.root}.zip`)
  const written = await writeBundle(spec, path, quietJob)
  return { input, spec, path, written, dir: input.dir }
}
