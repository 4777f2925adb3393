export type Theme = 'light' | 'dark'

/** The name of the cookie that holds a person's choice; without it the device's own setting counts. */
export const themeCookieName = 'panelist-theme'

/** Takes a Cookie header; gives the chosen theme, or undefined when none was chosen. */
export function readTheme(cookieHeader: string | null): Theme | undefined {
  for (const part of (cookieHeader ?? '').split(';')) {
    const [name, value] = part.trim().split('=')
    if (name === themeCookieName && (value === 'light' || value === 'dark')) return value
  }
  return undefined
}
