/**
 * The faces that drawn papers are set in: each is embedded once in the volume, with the characters
 * of all its papers. The numbers are taken before any paper is bound, because a paper that fails is
 * taken back with all its objects.
 */
import type { FaceKind } from '../../../shared/model/drawing.ts'
import type { Face, FaceName, Faces } from '../form/fonts.ts'
import { type EmbeddedFont, embedFont, hasSign } from './embedded-font.ts'
import type { PdfOut } from './pdf-out.ts'

export type Letter = {
  /** The font's name among a page's resources, and its object. */
  readonly font: string
  readonly number: number
  /** In hex. */
  readonly code: string
  /** In ems. */
  readonly width: number
  /** The face itself is bold. */
  readonly bold: boolean
  /** No face has the character: it is copied as itself, and shows nothing. */
  readonly missing: boolean
}

export type VolumeFaces = {
  /** Null where no code is left. */
  readonly letter: (sign: string, kind: FaceKind, bold: boolean) => Letter | null
  /** Writes the fonts, when no more papers come. */
  readonly write: () => Promise<void>
}

const meant: Readonly<Record<FaceKind, readonly FaceName[]>> = {
  song: ['song'],
  serif: ['song'],
  fang: ['fangsong', 'song'],
  kai: ['kai'],
  hei: ['hei'],
  sans: ['hei'],
  mono: ['song'],
}
const bolder: Partial<Record<FaceName, FaceName>> = { song: 'title' }
const isBold: ReadonlySet<FaceName> = new Set(['title'])
const others: readonly FaceName[] = ['song', 'kai', 'hei', 'symbols']

type Held = { readonly face: Face; readonly font: EmbeddedFont }

export function volumeFaces({ faces }: Faces, out: PdfOut): VolumeFaces {
  const held = new Map(
    [...faces.values()].map((face, at): [FaceName, Held] => {
      const tag = `SBXB${String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26))}`
      return [face.name, { face, font: embedFont(face, tag, out) }]
    }),
  )
  function choose(sign: string, kind: FaceKind, bold: boolean): Held | undefined {
    const wanted = [...meant[kind], ...others]
    const order = bold ? wanted.flatMap((name) => [bolder[name] ?? name, name]) : wanted
    const known = order.flatMap((name) => held.get(name) ?? [])
    return known.find(({ face }) => hasSign(face, sign)) ?? known[0]
  }
  return {
    letter: (sign, kind, bold) => {
      const chosen = choose(sign, kind, bold)
      const code = chosen?.font.code(sign)
      if (!chosen || !code) return null
      const { face, font } = chosen
      return {
        ...{ font: face.name, number: font.number, code, width: font.width(sign) },
        ...{ bold: isBold.has(face.name), missing: !hasSign(face, sign) },
      }
    },
    write: async () => {
      for (const { font } of held.values()) await font.write()
    },
  }
}
