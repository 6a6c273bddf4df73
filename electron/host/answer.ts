/** What a host answers to a request of the page; each host turns it into its own kind of response. */
export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | Blob
}

/** A short answer without content, for everything that is refused. */
export const refusal = (status: number): Answer => ({
  status,
  headers: { 'Content-Type': 'text/plain', 'X-Content-Type-Options': 'nosniff' },
  body: new Uint8Array(),
})
