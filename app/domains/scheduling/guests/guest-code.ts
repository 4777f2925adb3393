/** Crockford's 32 signs: no I, L, O and U, which are read as other signs or as words. */
export const codeSigns = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 15 signs of 5 bits each: 75 bits. */
export const codeLength = 15

/**
 * A code as it was typed, read out or copied: case, spaces and dashes do not matter, and O counts as 0, I and L as 1.
 * @returns the signs alone, undefined when it cannot be a code
 */
export function readCode(typed: string): string | undefined {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}_.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return signs.length === codeLength && [...signs].every((sign) => codeSigns.includes(sign))
    ? signs
    : undefined
}

/** A code in groups that are easy to read out: K7QM2-RXD9H-VT4BN. */
export function spellCode(signs: string): string {
  return signs.match(/.{1,5}/g)?.join('-') ?? ''
}
