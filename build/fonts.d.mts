/** Fills the folder (default `out/assets/fonts`) with the bundled faces; returns it. */
export function prepareFonts(folder?: string): Promise<string>
/** Unpacks a WOFF 1.0 file into the TrueType file that it wraps. */
export function unpackWoff(woff: Buffer): Buffer
