/** What makes two rows of `submission` one applicant, or one application; as SQL over aliases. */

/** The same enterprise: by its code where both have one, else by its name. */
export const sameApplicant = (a: string, b: string): string =>
  `(CASE WHEN ${a}.credit_code <> '' AND ${b}.credit_code <> ''
   THEN ${a}.credit_code = ${b}.credit_code ELSE ${a}.enterprise = ${b}.enterprise END)`

/**
 * `b` takes the place of `a`: the same application, later, and signed by the same hand. A stranger
 * who names another's application takes nobody's place.
 */
export const later = (a: string, b: string): string =>
  `(${b}.application = ${a}.application AND ${b}.fingerprint = ${a}.fingerprint
   AND ${b}.ok = 1 AND ${b}.removed_at IS NULL
   AND (${b}.revision, ${b}.exported_at) > (${a}.revision, ${a}.exported_at))`
