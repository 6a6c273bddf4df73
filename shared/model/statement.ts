/** A 承诺书 or other statement of fixed wording, and how far it has come. */
export type StatementView = {
  /** Id among the pack's statements. */
  readonly id: string
  readonly title: string
  readonly slot: string
  /** False where nothing asks for it here. */
  readonly needed: boolean
  /** Affiliated parties that linked papers name, with the papers. */
  readonly affiliated: readonly { readonly party: string; readonly paper: string }[]
  /** Calendar dates in China; null where it has not come so far. */
  readonly printedOn: string | null
  readonly signedOn: string | null
  /** The scan lies in its slot. */
  readonly attached: boolean
}
