/** Letters and figures that nobody confuses on paper or aloud: no B/8, G/6, I/1, L, O/0, Q, S/5, U/V, Z/2. */
const letters = 'ACDEFHJKMNPRTWXY'
const figures = '234679'
const shortTries = 40

/**
 * Suggests a code to print instead of a name: `K7M2`, and six characters when four are crowded.
 * @param taken codes in use
 * @param pick gives a whole number from 0 up to but not including its argument
 */
export function suggestCode(taken: ReadonlySet<string>, pick: (below: number) => number): string {
  for (let tries = 0; ; tries++) {
    const pairs = tries < shortTries ? 2 : 3
    let code = ''
    for (let i = 0; i < pairs; i++)
      code += (letters[pick(letters.length)] ?? '') + (figures[pick(figures.length)] ?? '')
    if (!taken.has(code)) return code
  }
}

/** A code as it is stored: capitals, no space around it. */
export function normaliseCode(code: string): string {
  return code.trim().toLocaleUpperCase('en')
}

/** What stands for a candidate on screens: the name, or the code once the name was erased. */
export function displayNameOf(candidate: { name: string | null; code: string }): string {
  return candidate.name ?? `Candidate ${candidate.code}`
}

/** A person's name made comparable: case, accents and runs of space do not matter. */
export function comparableName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en')
}
