import type { Span } from './question-document.ts'

/**
 * Where the elements of an array stand in JSON that is known to be valid.
 * @param most how many are listed at the most
 * @param path the keys that lead to the array from the outermost object; a path that ends at an object gives that one
 */
export function listElements(text: string, path: readonly string[], most: number): { span: Span }[] {
  let at = skipBlank(text, text.startsWith('\ufeff') ? 1 : 0)
  for (const key of path) {
    const inside = findKey(text, at, key)
    if (inside === undefined) return []
    at = inside
  }
  if (text[at] !== '[') return [{ span: { start: at, end: skipValue(text, at) } }]
  const elements: { span: Span }[] = []
  at = skipBlank(text, at + 1)
  while (at < text.length && text[at] !== ']' && elements.length < most) {
    const end = skipValue(text, at)
    elements.push({ span: { start: at, end } })
    at = skipBlank(text, end)
    if (text[at] === ',') at = skipBlank(text, at + 1)
  }
  return elements
}

/** Where the value of a key of the object at this place begins; of a key that stands twice, the last one. */
function findKey(text: string, object: number, key: string): number | undefined {
  let found: number | undefined
  let at = skipBlank(text, object + 1)
  while (at < text.length && text[at] === '"') {
    const end = skipValue(text, at)
    const value = skipBlank(text, skipBlank(text, end) + 1)
    if (JSON.parse(text.slice(at, end)) === key) found = value
    at = skipBlank(text, skipValue(text, value))
    if (text[at] === ',') at = skipBlank(text, at + 1)
  }
  return found
}

function skipBlank(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++
  return at
}

/** Behind the value that begins here. */
function skipValue(text: string, from: number): number {
  let at = from
  let depth = 0
  do {
    const sign = text[at]
    if (sign === '"') at = skipString(text, at)
    else if (sign === '[' || sign === '{') {
      depth++
      at++
    } else if (sign === ']' || sign === '}') {
      depth--
      at++
    } else if (depth > 0) at++
    else while (at < text.length && !',]} \t\r\n'.includes(text.charAt(at))) at++
  } while (depth > 0 && at < text.length)
  return Math.max(at, from + 1)
}

function skipString(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return Math.min(at + 1, text.length)
}
