/**
 * What Electron's main and the engine's process say to each other. The page's own messages never
 * come this way: they travel on the port that `connect` hands over.
 */
export type Errand =
  | { readonly do: 'connect' }
  | { readonly do: 'grant'; readonly handle: string; readonly path: string }
  | { readonly do: 'storeDirs' }
  | { readonly do: 'close' }

export type ErrandMessage = { readonly number: number; readonly errand: Errand }
export type ErrandDone = { readonly number: number; readonly value: readonly string[] }
