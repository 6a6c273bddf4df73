import type { Material } from '../../model/material.ts'
import type { PaperFact } from '../../model/verdict.ts'

/** Says that the paper is there, and which of its facts nobody has entered. */
export const paperFact = ({ sha256, name, kind }: Material, fact: string): PaperFact => ({
  what: 'paper',
  ref: sha256,
  name,
  kind,
  fact,
})
