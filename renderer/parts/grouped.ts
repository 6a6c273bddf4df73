/** Items under their headings, headings in the order in which they first appear. Pure. */
export function grouped<T>(
  items: readonly T[],
  headingOf: (item: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  return [...Map.groupBy(items, headingOf)]
}
