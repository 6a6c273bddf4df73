/** Puts the example together: papers rendered, description checked against its schema. */
import { type Sample, sample } from '../../shared/model/sample.ts'
import { applications } from './applications.ts'
import { samplePapers } from './materials.ts'
import { profile } from './profile.ts'
import { render } from './render.ts'

const notice = {
  'zh-CN':
    '示例企业及其全部资料均为虚构，仅供熟悉软件使用，可随时一键移除。一个保险库只有一份企业档案：特色产业基地由园区申报，示例中园区的区域指标与企业指标同列一份档案，园区名称在申报书中填写。资料中特意放入一份过期证书、一张重复发票，并缺少一份必备材料（盖章的申报书）。',
  en: 'The example enterprise and all of its papers are invented, serve only to try the program, and can be removed with one click. A vault holds one enterprise profile: the base programme is applied for by an industrial park, so the park’s area figures stand in the same profile and its name is filled in on the form. One expired certificate, one repeated invoice and one missing paper (the stamped form) are there on purpose.',
}

export type MadeSample = {
  /** Text of sample.json. */
  readonly json: string
  readonly files: ReadonlyMap<string, Buffer>
}

function describe(materials: Sample['materials']): Sample {
  return sample.parse({
    format: 1,
    notice,
    enterprise: profile,
    materials,
    applications,
  })
}

/** Everything in memory; the same bytes at every run. */
export async function makeSample(): Promise<MadeSample> {
  const papers = samplePapers()
  const files = new Map<string, Buffer>()
  for (const { material, paper } of papers) files.set(material.file, await render(paper))
  const description = describe(papers.map((each) => each.material))
  return { json: `${JSON.stringify(description, null, 2)}\n`, files }
}
