/** 统一社会信用代码 (GB 32100-2015): 18 characters, the last a check character modulo 31. */

/** No I, O, S, V, Z: they are too easily misread. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * The check character that belongs to the first 17 characters.
 * Throws RangeError when they are not 17 characters of the code's alphabet.
 */
export function creditCodeCheckDigit(first17: string): string {
  const values = [...first17].map((character) => alphabet.indexOf(character))
  if (values.length !== 17 || values.includes(-1)) {
    throw new RangeError('17 characters of 0-9 and A-Y without I, O, S, V, Z expected')
  }
  // The weight of place i is 3 to the power i, modulo 31.
  let weight = 1
  let sum = 0
  for (const value of values) {
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/** True for a well-formed code with the right check character; says nothing of who holds it. */
export function isCreditCode(code: string): boolean {
  return (
    /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) && creditCodeCheckDigit(code.slice(0, 17)) === code[17]
  )
}

/** Weights of the eight characters of a 组织机构代码 (GB 11714), modulo 11. */
const weights = [3, 7, 9, 10, 5, 8, 4, 2] as const

/** True for a well-formed 组织机构代码 with the right check character, with or without its hyphen. */
export function isOrganisationCode(code: string): boolean {
  const plain = code.replace('-', '')
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(plain)) return false
  const sum = weights.reduce((all, weight, at) => all + weight * parseInt(plain.charAt(at), 36), 0)
  return '0123456789X0'.charAt(11 - (sum % 11)) === plain.charAt(8)
}
