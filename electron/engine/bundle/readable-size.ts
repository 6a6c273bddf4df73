/** Sizes in words, for what the bundle and its papers say. */
const units = ['KiB', 'MiB', 'GiB'] as const

/** Bytes as people read them, with one decimal. */
export function readableSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  let value = bytes / 1024
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${value.toFixed(1)} ${units[unit]}`
}
