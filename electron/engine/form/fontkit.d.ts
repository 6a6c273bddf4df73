/** The few parts of fontkit 2 (which ships no types) that the form needs. */
declare module 'fontkit' {
  export type EmbeddingRights = {
    readonly noEmbedding: boolean
    readonly noSubsetting: boolean
    readonly bitmapOnly: boolean
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
    glyphForCodePoint(codePoint: number): { readonly advanceWidth: number }
  }
  export function create(bytes: Uint8Array): Font
}
