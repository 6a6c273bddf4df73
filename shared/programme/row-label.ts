/** What people call a row of a table, or a cell in it. Rows are counted from 0 here, from 1 there. */
import type { Label } from '../registry/registry.ts'
import en from '../text/en/place.json' with { type: 'json' }
import { say } from '../text/say.ts'
import zh from '../text/zh-CN/place.json' with { type: 'json' }

const inBoth = (key: keyof typeof zh, data: Parameters<typeof say>[2]): Label => ({
  'zh-CN': say(zh, key, data),
  en: say(en, key, data),
})

/** 企业名单 第1行. */
export const rowLabel = (table: string, row: number): Label =>
  inBoth('row', { table, row: row + 1 })

/** 企业名单 第1行 企业名称. */
export const cellLabel = (table: string, row: number, column: string): Label =>
  inBoth('cell', { table, row: row + 1, column })

/** 第1行 企业名称, where the table is named beside it. */
export const cellInTable = (row: number, column: string): Label =>
  inBoth('inRow', { row: row + 1, column })
