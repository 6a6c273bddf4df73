/** What the applicant writes into a statement. */
export type StatementTextView = {
  /** Id among the statement's texts. */
  readonly id: string
  readonly label: string
  /** What belongs into it; empty where the pack says nothing of it. */
  readonly hint: string
  /** As typed; empty where nothing was. */
  readonly value: string
}

/** Characters that one text of a statement may have. */
export const longestText = 20_000

/** A 承诺书 or other statement, and how far it has come. */
export type StatementView = {
  /** Id among the pack's statements. */
  readonly id: string
  readonly title: string
  readonly slot: string
  /** False where nothing asks for it here. */
  readonly needed: boolean
  /** Affiliated parties that linked papers name, with the papers. */
  readonly affiliated: readonly { readonly party: string; readonly paper: string }[]
  readonly texts: readonly StatementTextView[]
  /** Calendar dates in China; null where it has not come so far with what it says now. */
  readonly printedOn: string | null
  readonly signedOn: string | null
  /** It was printed, and says something else since. */
  readonly reworded: boolean
  /** The scan lies in its slot. */
  readonly attached: boolean
  /** A scan there is of another wording. */
  readonly scanDiffers: boolean
}
