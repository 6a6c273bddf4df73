/** Every answer of the park's 申报书 (附件2), as of October 2022. */
import type { Answers } from '../../../shared/programme/form.ts'
import * as park from '../park.ts'
import { park as parkName } from '../parties.ts'
import { chapters } from './chapters.ts'
import * as situations from './situations.ts'

type Rows = readonly (readonly string[])[]

function table(columns: readonly string[], rows: Rows): Record<string, string>[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])))
}

const cover: Answers = {
  applicant: parkName,
  recommender: '常州市工业和信息化局',
  'applied-on': '2022-09-28',
}

const basics: Answers = {
  'area-output': park.area.output[2021],
  'big50-count': '1-10',
  'big50-names': park.giants.join('、'),
  'big30-count': '1-10',
  'big30-names': park.middling.join('、'),
  industry: situations.speciality,
  level: ['national', 'new-type'],
  honours: table(['name', 'date'], park.honours),
}

const industry: Answers = {
  'related-count': park.relatedCount,
  'pool-count': String(park.pool.length),
  'platform-count': String(park.platforms.length),
  platforms: table(['name', 'builder', 'industry', 'served'], park.platforms),
  suppliers: park.suppliers.map(([name, kind, product, revenue]) => ({
    name,
    kinds: [kind],
    product,
    revenue,
  })),
}

const application: Answers = {
  projects: table(['name', 'builder', 'date'], park.projects),
  parks: table(['name', 'builder', 'date'], park.parkPilots),
  stars: table(['name', 'level', 'date'], park.starred),
  factories: table(['name', 'company', 'industry'], park.factories),
}

const surroundings: Answers = {
  'fibre-share': park.area.fibreShare[2022],
  nodes: table(['name', 'industry', 'served'], park.nodes),
  wireless: situations.wireless,
  finance: situations.finance,
  pools: table(['name', 'pool', 'product'], park.pool),
  labs: table(['name', 'owner', 'approver'], park.laboratories),
  leadership: situations.leadership,
  plan: situations.yearlyPlan,
  policies: situations.policies,
  fund: situations.fund,
  alliance: situations.alliance,
  talent: situations.talents,
}

const incubation: Answers = {
  incubated: park.incubated.map(([incubator, company, business, effect]) => ({
    incubator,
    company,
    business: [business],
    effect: effect === '' ? [] : [effect],
  })),
  'incubation-finance': situations.incubationFinance,
}

const narrative: Answers = {
  'chapter-overview': chapters.overview,
  'chapter-analysis': chapters.analysis,
  'chapter-aims': chapters.targets,
  'chapter-approach': chapters.approach,
  'chapter-present': chapters.present,
  'chapter-development': chapters.plan,
  'chapter-highlights': chapters.highlights,
  'chapter-measures-basics': chapters.foundation,
  'chapter-measures-industry': chapters.industry,
  'chapter-measures-platform': chapters.application,
  'chapter-measures-network': chapters.infrastructure,
  'chapter-measures-innovation': chapters.ecosystem,
  'chapter-measures-incubation': chapters.incubation,
  'chapter-organisation': chapters.organisation,
  'chapter-safeguards': chapters.support,
}

export const answers: Answers = {
  ...cover,
  ...basics,
  ...industry,
  ...application,
  ...surroundings,
  ...incubation,
  ...narrative,
}
