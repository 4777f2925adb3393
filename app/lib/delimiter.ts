/** The sign that separates cells: whichever of comma, semicolon and tab the first line has most of, outside quotes. */
export function findDelimiter(text: string): ',' | ';' | '\t' {
  const first = text.split(/\r?\n/, 1)[0]?.replace(/"[^"]*"/g, '') ?? ''
  const count = (sign: string) => first.split(sign).length - 1
  if (count('\t') > count(',') && count('\t') > count(';')) return '\t'
  return count(';') > count(',') ? ';' : ','
}
