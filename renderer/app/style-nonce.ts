/** The nonce that the host's content security policy names; every style element carries it. */
export function styleNonce(page: Document): string {
  return page.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
