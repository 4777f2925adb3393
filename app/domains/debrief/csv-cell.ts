/**
 * Keeps a spreadsheet from running a cell as a formula: text that begins with = + - @ TAB CR or NUL,
 * full-width forms included, gets an apostrophe in front.
 */
export function neutraliseCell(text: string): string {
  // oxlint-disable-next-line no-control-regex -- why: a NUL before the sign hides it from the reader, not from the program
  return /^[=+\-@\t\r\n\0＝＋－＠]/u.test(text) ? `'${text}` : text
}
