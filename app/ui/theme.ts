export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The theme in a Cookie header. The server renders it as `data-theme` on `<html>`, so that nothing flashes. */
export function readTheme(cookieHeader: string | null | undefined): Theme {
  const value = /(?:^|;\s*)theme=(\w+)/.exec(cookieHeader ?? '')?.[1]
  return themes.find((theme) => theme === value) ?? 'system'
}

/** What `data-theme` of `<html>` holds: nothing when the system decides. */
export function themeAttribute(theme: Theme): 'light' | 'dark' | undefined {
  return theme === 'system' ? undefined : theme
}
