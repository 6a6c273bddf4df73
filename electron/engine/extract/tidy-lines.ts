/**
 * Lines as a recogniser reads them, whatever the writer did to them: wide digits, numbers that are
 * spaced out, and labels whose values stand below and not beside. Pure; names stay as printed.
 */

const narrow = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ．，－]/g, (wide) =>
    String.fromCharCode((wide.codePointAt(0) ?? 0) - 0xfee0),
  )

/** 2 0 2 0 年 0 7 月 and 0 3 2 0 0 2: six and more single signs are one value. */
const spacedOut = /(?<![0-9A-Z])(?:[0-9A-Z年月日] ){5,}[0-9A-Z年月日](?![0-9A-Z])/g

const tidy = (line: string): string =>
  narrow(line).replace(spacedOut, (spaced) => spaced.replaceAll(' ', ''))

/** A cell that is a label and nothing else. */
const isLabel = (cell: string): boolean =>
  /^[^:：]{2,30}[:：]$/.test(cell) || /^价税合计.{0,6}$|^[（(]?[小大]写[)）]?$/.test(cell)

const cellsOf = (line: string): string[] => line.split('\t').map((cell) => cell.trim())

/** A line of labels with the line of their values. */
function joined(labels: string, values: string | undefined): string | null {
  const [above, below] = [cellsOf(labels), cellsOf(values ?? '')]
  if (values === undefined || above.length !== below.length) return null
  if (!above.every(isLabel) || below.some((cell) => isLabel(cell) || /[:：]/.test(cell)))
    return null
  return above.map((label, at) => `${label}${below[at]}`).join('\t')
}

export function tidyLines(lines: readonly string[]): string[] {
  const all: string[] = []
  const clean = lines.map(tidy)
  for (let at = 0; at < clean.length; at += 1) {
    const line = clean[at] ?? ''
    const both = joined(line, clean[at + 1])
    all.push(both ?? line)
    if (both !== null) at += 1
  }
  return all
}
