/** PDFs written by hand, for what no honest library writes. */

export const stream = (head: string, data: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`<<${head}/Length ${data.length}>>stream\n`),
    data,
    Buffer.from('\nendstream'),
  ])

/** A PDF of these objects, numbered from 1, without a table of where they lie. The first is its catalogue. */
export function numbered(objects: readonly (string | Buffer)[]): Buffer {
  const parts = objects.flatMap((object, at) => [`${at + 1} 0 obj\n`, object, '\nendobj\n'])
  const end = `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\n%%EOF\n`
  return Buffer.concat(['%PDF-1.7\n', ...parts, end].map((part) => Buffer.from(part)))
}
