import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultCodes } from '../../../shared/fault.ts'
import { verifyReasons } from '../../../shared/model/bundle.ts'
import enBundle from '../../../shared/text/en/bundle.json' with { type: 'json' }
import enCli from '../../../shared/text/en/cli.json' with { type: 'json' }
import enFault from '../../../shared/text/en/fault.json' with { type: 'json' }
import enForm from '../../../shared/text/en/form.json' with { type: 'json' }
import enHost from '../../../shared/text/en/host.json' with { type: 'json' }
import enPaper from '../../../shared/text/en/paper.json' with { type: 'json' }
import enSheet from '../../../shared/text/en/sheet.json' with { type: 'json' }
import enVerify from '../../../shared/text/en/verify.json' with { type: 'json' }
import { faultSentence, say } from '../../../shared/text/say.ts'
import zhBundle from '../../../shared/text/zh-CN/bundle.json' with { type: 'json' }
import zhCli from '../../../shared/text/zh-CN/cli.json' with { type: 'json' }
import zhFault from '../../../shared/text/zh-CN/fault.json' with { type: 'json' }
import zhForm from '../../../shared/text/zh-CN/form.json' with { type: 'json' }
import zhHost from '../../../shared/text/zh-CN/host.json' with { type: 'json' }
import zhPaper from '../../../shared/text/zh-CN/paper.json' with { type: 'json' }
import zhSheet from '../../../shared/text/zh-CN/sheet.json' with { type: 'json' }
import zhVerify from '../../../shared/text/zh-CN/verify.json' with { type: 'json' }

const root = join(import.meta.dirname, '../../..')
const sources = ['electron', 'shared'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({
      file: `${folder}/${name}`,
      text: readFileSync(join(root, folder, name), 'utf8'),
    })),
)
const gapsOf = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, gap]) => gap)

describe('what shared/text says', () => {
  test.each([
    ['bundle', zhBundle, enBundle],
    ['cli', zhCli, enCli],
    ['fault', zhFault, enFault],
    ['form', zhForm, enForm],
    ['host', zhHost, enHost],
    ['paper', zhPaper, enPaper],
    ['sheet', zhSheet, enSheet],
    ['verify', zhVerify, enVerify],
  ])('%s: the same keys with the same gaps in both languages', (_, zh, en) => {
    const shapeOf = (sentences: Readonly<Record<string, string>>) =>
      Object.entries(sentences).map(([key, text]) => [key, [...new Set(gapsOf(text))].toSorted()])
    expect(shapeOf(en)).toEqual(shapeOf(zh))
  })

  test('every failure and every reason of the verifier has its sentence, and none has one too many', () => {
    const wanted = [...faultCodes, 'disk.full.by', 'unexpected']
    expect(Object.keys(zhFault).toSorted()).toEqual(wanted.toSorted())
    for (const reason of verifyReasons) expect(zhVerify).toHaveProperty([reason])
  })

  test('a full disk is told with the bytes that lack where they are known, and whole without', () => {
    const told = (data: { missing?: number }) =>
      say(zhFault, faultSentence('disk.full', data), data)
    expect(told({ missing: 512 })).toContain('还需要 512 字节')
    expect(told({})).toMatch(/^磁盘空间不足。/)
  })
})

describe('what the sources throw', () => {
  test('every code of shared/fault.ts comes from somewhere', () => {
    const others = sources.filter(({ file }) => file !== 'shared/fault.ts')
    const unused = faultCodes.filter(
      (code) => !others.some(({ text }) => text.includes(`'${code}'`)),
    )
    expect(unused).toEqual([])
  })

  test('a failure that is thrown with its data written out fills every gap of its sentence', () => {
    const thrown = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/new Fault\(\s*'([\w.]+)',\s*(\{[^{}]*\})/g)].map(
        ([, code = '', data = '']) => ({ file, code, data }),
      ),
    )
    expect(thrown.length).toBeGreaterThan(60)
    const open = thrown.flatMap(({ file, code, data }) => {
      const gaps = gapsOf(zhFault[code as keyof typeof zhFault] ?? '')
      // A spread cannot be read here, and `why` has nothing to add where the path says all.
      const lacks = gaps.filter((gap) => gap !== 'why' && !new RegExp(`\\b${gap}\\b`).test(data))
      return data.includes('...') || lacks.length === 0 ? [] : [{ file, code, lacks }]
    })
    expect(open).toEqual([])
  })
})
