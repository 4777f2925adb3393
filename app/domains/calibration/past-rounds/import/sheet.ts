/** A row of a spreadsheet with its line in the file, counted from 1. */
export type SheetRow = { line: number; cells: readonly string[] }

/** "A" for the first column, "AA" for the twenty-seventh. */
export function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? letterOf(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}

/** A name as it is stored: spaces at the ends gone, those within made one. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** What two spellings of one name or word have in common: capitals and spaces do not tell them apart. */
export function comparable(text: string): string {
  return tidy(text).toLowerCase()
}

/** A heading as the lists of known headings have it: small letters and digits, everything between them one space. */
export function comparableHeading(text: string): string {
  return comparable(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
