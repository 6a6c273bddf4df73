import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../shared/model/finding.ts'
import type { Material } from '../../shared/model/material.ts'
import { type SampleApplication, sample } from '../../shared/model/sample.ts'
import type { Tick } from '../../shared/model/verdict.ts'
import { check } from '../../shared/programme/check.ts'
import type { Case } from '../../shared/programme/evidence.ts'
import type { Answers, Form } from '../../shared/programme/form.ts'
import { type Pack, pack } from '../../shared/programme/pack.ts'
import { titlesOf } from '../../shared/programme/titles.ts'
import { conditionsOf, slotsOf } from '../../shared/programme/track.ts'
import {
  enterpriseFacts,
  type FactKind,
  indicators,
  materialKinds,
  regions,
} from '../../shared/registry/registry.ts'

const assets = join(import.meta.dirname, '../../assets')
const told = sample.parse(JSON.parse(readFileSync(join(assets, 'sample/sample.json'), 'utf8')))

function packOf(application: SampleApplication): Pack {
  const name = `${application.programme}-${application.edition}.json`
  return pack.parse(JSON.parse(readFileSync(join(assets, 'programmes', name), 'utf8')))
}

/** The papers as the archive shows them once the example is loaded. */
const materials: Material[] = told.materials.map((each, at) => ({
  ...each,
  seq: at + 1,
  sha256: String(at + 1).padStart(64, '0'),
  size: 1,
  media: 'application/pdf',
  confirmed: true,
  damaged: false,
  sample: true,
  importedAt: '2023-02-10T01:00:00Z',
  deletedAt: null,
}))
const paper = (file: string): Material => {
  const at = told.materials.findIndex((each) => each.file === file)
  const found = materials[at]
  if (!found) throw new Error(`no such paper: ${file}`)
  return found
}

function caseOf(application: SampleApplication, today: string): Case {
  const slots = slotsOf(packOf(application), application.track)
  return {
    pack: packOf(application),
    track: application.track,
    today,
    facts: told.enterprise.facts,
    indicators: told.enterprise.indicators,
    answers: application.answers,
    slots: Object.fromEntries(
      slots.map(({ id }) => [
        id,
        {
          materials: (application.links[id] ?? []).map(paper),
          waived: application.waivers.find((each) => each.slot === id)?.reason ?? null,
        },
      ]),
    ),
    attestations: Object.fromEntries(
      application.attestations.map((each) => [each.condition, each]),
    ),
    claimed: [],
    titles: [],
    others: [],
    readings: {},
    ticks: [],
    texts: {},
    todos: [],
    stamps: [],
    unreadable: {},
  }
}

const [factory, base] = told.applications as [SampleApplication, SampleApplication]
const short = ({ code, severity, place, data }: Finding) =>
  [severity, code, place.ref, data.paper ?? ''].join(' ').trim()

function expectFact(kind: FactKind | undefined, value: string, where: string) {
  expect(kind, where).toBeDefined()
  if (kind?.type === 'date') expect(value, where).toMatch(/^\d{4}-\d\d-\d\d$/)
  if (kind?.type === 'money') expect(value, where).toMatch(/^\d+(\.\d+)?$/)
  if (kind?.type === 'region') expect(regions.map(({ code }) => code)).toContain(value)
  if (kind?.options) expect(kind.options.map(({ id }) => id)).toContain(value)
}

describe('what the example names exists', () => {
  it('facts and figures stand in the registries', () => {
    const kinds = enterpriseFacts.flatMap(({ facts }) => facts)
    for (const [key, value] of Object.entries(told.enterprise.facts)) {
      expectFact(
        kinds.find((each) => each.key === key),
        value,
        key,
      )
    }
    for (const { code } of told.enterprise.indicators) {
      expect(indicators.map((each) => each.code)).toContain(code)
    }
  })

  it('every paper has a kind and only facts of that kind', () => {
    for (const { file, kind, facts } of told.materials) {
      const known = materialKinds.find((each) => each.id === kind)
      expect(known, file).toBeDefined()
      for (const [key, value] of Object.entries(facts)) {
        expectFact(
          known?.facts.find((each) => each.key === key),
          value,
          `${file} ${key}`,
        )
      }
    }
    expect(new Set(told.materials.map(({ name }) => name)).size).toBe(told.materials.length)
  })

  it('two certificates show titles that programmes build upon', () => {
    expect(titlesOf(materials)).toMatchObject([
      { code: 'js-cloud-three-star', since: '2023-12-20', until: '2028-12-19' },
      { code: 'city-technology-centre', since: '2021-11-30', until: null },
    ])
  })

  it.each(told.applications.map((each) => [each.programme, each] as const))(
    '%s: slots, fields and conditions stand in the pack',
    (_, application) => {
      const whole = packOf(application)
      const slots = slotsOf(whole, application.track).map(({ id }) => id)
      const conditions = conditionsOf(whole, application.track).map(({ id }) => id)
      const fields = (whole.form?.fields ?? []).map(({ id }) => id)
      for (const slot of Object.keys(application.links)) expect(slots).toContain(slot)
      for (const { slot } of application.waivers) expect(slots).toContain(slot)
      for (const { condition } of application.attestations) expect(conditions).toContain(condition)
      for (const key of Object.keys(application.answers)) {
        expect(fields).toContain(key.replace(/\.other$/, ''))
      }
    },
  )
})

/** Everything that slots ask of the inside of their papers, ticked. */
const ticksOf = (c: Case): Tick[] =>
  slotsOf(c.pack, c.track).flatMap(({ id: slot, inside }) =>
    (c.slots[slot]?.materials ?? []).flatMap(({ sha256 }) =>
      inside.map((point) => ({ slot, sha256, point, name: '林示文', on: '2023-02-10' })),
    ),
  )

describe('the check of the example', () => {
  const day = { factory: '2023-02-10', base: '2022-10-08' }

  it('finds in the factory’s papers what was put there on purpose, and nothing else', () => {
    expect(check(caseOf(factory, day.factory)).findings.map(short)).toEqual([
      'blocking condition.unmet certificate-valid',
      'blocking slot.missing form-scan',
      'blocking slot.expired certificate 两化融合管理体系贯标证书（2019）.pdf',
      'blocking invoice.repeated invoices 发票_20220420_00000404.pdf',
      'blocking invoice.repeated invoices 发票_五轴加工中心（扫描件）.pdf',
      'warning slot.inside special-audit 标杆工厂项目投入专项审计报告（2020-2022）.pdf',
      // Read otherwise, only a person can judge it.
      'hint condition.reading investment',
      'hint condition.judgement figures-agree',
      'hint condition.unmet invoice-once',
    ])
  })

  it('is content once the renewed certificate is linked and the second copy taken out', () => {
    const links = {
      ...factory.links,
      certificate: ['certificate-2022.pdf'],
      invoices: (factory.links.invoices ?? []).filter((each) => !each.includes('scan')),
    }
    const mended = caseOf({ ...factory, links }, day.factory)
    expect(check({ ...mended, ticks: ticksOf(mended) }).findings.map(short)).toEqual([
      'blocking slot.missing form-scan',
      'hint condition.reading investment',
    ])
  })

  it('misses in the base’s only the stamped form, and sees that the park is not the enterprise', () => {
    const checked = check(caseOf(base, day.base))
    expect(checked.findings.map(short)).toEqual([
      'blocking slot.missing form-scan',
      'warning field.differs applicant',
      'warning paper.profile honour-proof 国家新型工业化产业示范基地证书.pdf',
      'warning paper.profile honour-proof 江苏省两化融合示范区证书.pdf',
      'warning paper.profile honour-proof 江苏省智能制造示范区证书.pdf',
    ])
    expect(checked.verdicts).toHaveLength(21)
    expect(checked.verdicts.every(({ outcome }) => outcome === 'met')).toBe(true)
  })
})

describe('the base’s form', () => {
  const form = packOf(base).form as Form

  it('is filled in whole: every field, every table with its rows', () => {
    expect(Object.keys(base.answers).sort()).toEqual(form.fields.map(({ id }) => id).sort())
    for (const { id, type } of form.fields) {
      expect((base.answers as Answers)[id]?.length, id).toBeGreaterThan(0)
      if (type === 'table') expect(Array.isArray(base.answers[id]), id).toBe(true)
    }
    const rows = (id: string) => (base.answers[id] as unknown[]).length
    expect(rows('suppliers')).toBeGreaterThanOrEqual(5)
    expect(rows('stars')).toBeGreaterThanOrEqual(10)
    expect(rows('incubated')).toBeGreaterThanOrEqual(10)
  })

  it('has chapters of real length', () => {
    const lengths = form.sections
      .map(({ blocks }) =>
        blocks
          .flatMap((each) => (each.kind === 'chapter' ? [each.field] : []))
          .map((field) => String(base.answers[field]).length),
      )
      .filter((each) => each.length > 0)
    expect(lengths.flat()).toHaveLength(15)
    for (const chapter of lengths) {
      expect(chapter.reduce((total, each) => total + each, 0)).toBeGreaterThanOrEqual(300)
    }
  })
})
