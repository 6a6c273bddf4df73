/** Builds HTML in which no text can become markup: whatever is not made here is escaped. */

export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

type Part = Html | string | number | readonly Part[] | null | false

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Attribute values keep line breaks and tabs only when they are written as references.
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

const written = (part: Part): string => {
  if (part === null || part === false) return ''
  if (part instanceof Html) return part.markup
  if (typeof part === 'object') return part.map(written).join('')
  return String(part).replace(/[&<>"'\n\r\t]/g, (sign) => named[sign] ?? sign)
}

/** A template whose gaps are escaped, unless they are Html themselves. */
export const html = (texts: TemplateStringsArray, ...gaps: readonly Part[]): Html =>
  new Html(texts.map((text, i) => text + written(gaps[i] ?? null)).join(''))
