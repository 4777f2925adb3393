import { commonPasswords } from './common-passwords.ts'

export const shortestPassword = 12
export const longestPassword = 256

const runs = ['0123456789'.repeat(4), '9876543210'.repeat(4), 'abcdefghijklmnopqrstuvwxyz'.repeat(2)]

/**
 * Why a password may not be chosen, in words; null when it may. Length counts and nothing else is prescribed:
 * no digits, capitals or signs have to be in it (OWASP ASVS 5.0, 6.2).
 * @param owner whose password it will be: it may not be little more than their own name or e-mail
 */
export function passwordProblem(
  password: string,
  owner: { readonly name: string; readonly email: string },
): string | null {
  const length = [...password].length
  if (length < shortestPassword)
    return `Use at least ${shortestPassword} characters. Three or four unrelated words are easy to remember.`
  if (length > longestPassword) return `Use at most ${longestPassword} characters.`
  const plain = password.toLocaleLowerCase('en').replace(/\s+/g, '')
  if (isCommon(plain)) return 'This is one of the first passwords anybody would try. Choose another.'
  if (isAboutOwner(plain, owner)) return 'This is too close to your name or e-mail. Choose another.'
  return null
}

function isCommon(plain: string): boolean {
  return commonPasswords.has(plain) || new Set(plain).size <= 2 || runs.some((run) => run.includes(plain))
}

function isAboutOwner(plain: string, owner: { readonly name: string; readonly email: string }): boolean {
  const email = owner.email.toLocaleLowerCase('en')
  const name = owner.name.toLocaleLowerCase('en')
  const own = [email, email.split('@')[0] ?? '', name.replace(/\s+/g, ''), ...name.split(/\s+/)]
    .filter((part) => part.length >= 3)
    .sort((a, b) => b.length - a.length)
  const rest = own.reduce((text, part) => text.replaceAll(part, ''), plain)
  return rest.length < 5
}
