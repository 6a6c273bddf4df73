/** The few parts of fontkit 2 (which ships no types) that are needed. */
declare module 'fontkit' {
  export type EmbeddingRights = {
    readonly noEmbedding: boolean
    readonly noSubsetting: boolean
    readonly bitmapOnly: boolean
  }
  export type PathCommand = { readonly command: string; readonly args: readonly number[] }
  export type Glyph = {
    readonly id: number
    readonly advanceWidth: number
    readonly path: { readonly commands: readonly PathCommand[] }
  }
  /** A face with chosen glyphs only; `includeGlyph` answers with the glyph's new number. */
  export type Subset = {
    includeGlyph(glyph: number): number
    encode(): Uint8Array
  }
  export type Font = {
    readonly familyName: string | null
    readonly postscriptName: string
    readonly ascent: number
    readonly descent: number
    readonly unitsPerEm: number
    readonly 'OS/2'?: { readonly fsType: EmbeddingRights }
    readonly directory: { readonly tables: Readonly<Record<string, unknown>> }
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
    getGlyph(id: number): Glyph
    readonly bbox: {
      readonly minX: number
      readonly minY: number
      readonly maxX: number
      readonly maxY: number
    }
    createSubset(): Subset
  }
  export function create(bytes: Uint8Array): Font
}
