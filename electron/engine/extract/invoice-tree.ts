/** An invoice out of named values: its XML, the attachment of an OFD, or an OFD's tags. Pure. */
import type { FactSource, InvoiceItem } from '../../../shared/model/extraction.ts'
import { foldTag, invoiceTags, itemTags } from './invoice-names.ts'
import { type Findings, factsFrom, type XmlNode } from './read-document.ts'
import { findAmount, findDate } from './values.ts'
import { allNodes } from './xml.ts'

type Told = Map<string, string>

const itemKey = ({ name }: XmlNode) => itemTags.get(foldTag(name))

/** An element that holds a line: at least its name and its amount. */
const isLine = ({ children }: XmlNode): boolean => {
  const keys = children.map(itemKey)
  return keys.includes('name') && keys.includes('amount') && children.length < 40
}

/** `<Buyer><Name>` says what `<BuyerName>` says. */
const nested = (parent: string, name: string): string | undefined =>
  invoiceTags.get(foldTag(parent).replace(/(information|info|信息)$/, '') + foldTag(name))

function gather(node: XmlNode, parent: string, told: Told): void {
  // A flat tag tree holds its one line and the totals side by side.
  if (isLine(node) && !node.children.some(({ name }) => invoiceTags.has(foldTag(name)))) return
  const key = invoiceTags.get(foldTag(node.name)) ?? nested(parent, node.name)
  if (key && node.text !== '' && !told.has(key)) told.set(key, node.text)
  for (const child of node.children) gather(child, node.name, told)
}

const amountOf = (text: string | undefined): string => findAmount(text ?? '') ?? ''

function itemOf(line: ReadonlyMap<string, string>): InvoiceItem {
  const part = (key: string) => line.get(key) ?? ''
  return {
    name: part('name'),
    specification: part('specification'),
    unit: part('unit'),
    quantity: part('quantity'),
    price: part('price'),
    amount: amountOf(line.get('amount')),
    rate: part('rate'),
    tax: amountOf(line.get('tax')),
  }
}

/** Lines under elements of their own; in a flat tree each new name begins one. */
function linesIn(node: XmlNode): InvoiceItem[] {
  const lines: Map<string, string>[] = []
  for (const child of node.children) {
    const key = itemKey(child)
    if (!key || child.text === '') continue
    const open = lines.find((line) => !line.has(key))
    if (open && key !== 'name') open.set(key, child.text)
    else if (key === 'name') lines.push(new Map([[key, child.text]]))
  }
  return lines.map(itemOf)
}

const itemsOf = (root: XmlNode): InvoiceItem[] =>
  [...allNodes(root)].filter(isLine).flatMap(linesIn)

/** The tax bureau's EInvoice gives its kind as a label below an element of many. */
function titleOf(root: XmlNode): string {
  const labels = [...allNodes(root)].filter(({ name }) =>
    /^(EInvoiceType|GeneralOrSpecialVAT)$/i.test(name),
  )
  const names = labels.flatMap(
    ({ children }) => children.find(({ name }) => /^LabelName$/i.test(name))?.text ?? [],
  )
  return names.find((name) => name.includes('发票')) ?? ''
}

const digits = (text: string | undefined) => text?.replace(/\s/g, '') ?? ''

const leaf = (name: string, text: string): XmlNode => ({ name, attributes: {}, text, children: [] })

/** Values in attributes, and pairs such as `<field name="发票号码" value="…"/>`, as elements. */
function unfolded(node: XmlNode): XmlNode {
  const { name, attributes, text, children } = node
  const entries = Object.entries(attributes)
  const own = entries.map(([key, value]) => leaf(key, value))
  const told = (...keys: string[]) =>
    entries.find(([key]) => keys.includes(key.toLowerCase()))?.[1] ?? ''
  const called = told('name', 'key', 'id')
  const value = told('value') || text
  const pair = called && value ? [leaf(called, value)] : []
  return { name, attributes: {}, text, children: [...own, ...pair, ...children.map(unfolded)] }
}

/** The invoice that a tree of names tells of, or null where it names no number and no total. */
export function invoiceFromTree(tree: XmlNode, source: FactSource): Findings | null {
  const root = unfolded(tree)
  const told: Told = new Map()
  gather(root, '', told)
  if (!told.has('number') || !(told.has('amount') || told.has('net'))) return null
  const items = itemsOf(root)
  const values = {
    code: digits(told.get('code')),
    number: digits(told.get('number')),
    issuedOn: findDate(told.get('issuedOn') ?? told.get('requestedOn') ?? ''),
    buyer: told.get('buyer'),
    buyerTaxId: digits(told.get('buyerTaxId')),
    seller: told.get('seller'),
    sellerTaxId: digits(told.get('sellerTaxId')),
    net: findAmount(told.get('net') ?? ''),
    tax: findAmount(told.get('tax') ?? ''),
    amount: findAmount(told.get('amount') ?? ''),
    checkCode: digits(told.get('checkCode')),
    title: told.get('title') ?? titleOf(root),
    goods: items.map(({ name }) => name).join('；'),
  }
  return { facts: factsFrom(values, source, 'high'), items, words: told.get('words') ?? '' }
}

/** The QR string that an attachment may carry. */
export const graphOf = (root: XmlNode): string[] =>
  [...allNodes(root)].flatMap(({ name, text }) =>
    invoiceTags.get(foldTag(name)) === 'graph' && text !== '' ? [text] : [],
  )
