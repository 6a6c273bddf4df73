/** A paper of the park or of an authority, as data. */
export type OfficePaper = {
  readonly file: string
  readonly name: string
  readonly kind: 'certificate' | 'policy' | 'other' | 'activity'
  readonly number?: string
  readonly issuer: string
  readonly issuedOn: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly table?: {
    readonly widths: (number | string)[]
    readonly rows: readonly (readonly string[])[]
  }
}
