/** A fingerprint as two people compare it: groups of four, in capitals. */
export const groupedFingerprint = (fingerprint: string): string =>
  fingerprint.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')
