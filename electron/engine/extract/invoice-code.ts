/**
 * The QR string of an invoice: `01,KIND,CODE,NUMBER,AMOUNT,YYYYMMDD,CHECKCODE,CRC`. The amount is
 * before tax on VAT invoices and the total on 数电票, whose code is empty and whose number has 20
 * digits. Pure.
 */
import { type Findings, factsFrom } from './read-document.ts'
import { findAmount, findDate } from './values.ts'

const titles: Readonly<Record<string, string>> = {
  '01': '增值税专用发票',
  '03': '机动车销售统一发票',
  '04': '增值税普通发票',
  '08': '增值税电子专用发票',
  '10': '增值税电子普通发票',
  '11': '增值税普通发票（卷票）',
  '14': '增值税电子普通发票（通行费）',
  '15': '二手车销售统一发票',
  '31': '电子发票（增值税专用发票）',
  '32': '电子发票（普通发票）',
}

/** What the code tells, or null where it is none of an invoice's. */
export function invoiceFromCode(text: string): Findings | null {
  const [mark, kind = '', code = '', number = '', amount = '', day = '', check = ''] = text
    .trim()
    .split(/[,，]/)
    .map((part) => part.trim())
  if (mark !== '01' || !/^\d{2}$/.test(kind) || !/^(\d{8}|\d{20})$/.test(number)) return null
  if (!/^(\d{10}|\d{12})?$/.test(code)) return null
  const isDigital = number.length === 20
  const values = {
    code,
    number,
    issuedOn: findDate(day),
    [isDigital ? 'amount' : 'net']: findAmount(amount),
    checkCode: check,
    title: titles[kind],
  }
  return { facts: factsFrom(values, 'qr', 'high') }
}
