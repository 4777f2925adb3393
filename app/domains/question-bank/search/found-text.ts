/** A piece of a text; matches are what somebody looked for. */
export type Segment = { text: string; isMatch: boolean }

/** The signs that the full text puts around a match: private characters that no font draws. */
export const matchSigns = { open: '\uE000', close: '\uE001' } as const

/** Cuts a text with signs around its matches into pieces. */
export function readSegments(marked: string): Segment[] {
  const segments: Segment[] = []
  let isMatch = false
  for (const text of marked.split(/([\uE000\uE001])/)) {
    if (text === matchSigns.open || text === matchSigns.close) isMatch = text === matchSigns.open
    else if (text !== '') segments.push({ text, isMatch })
  }
  return segments
}

export function hasMatch(segments: readonly Segment[]): boolean {
  return segments.some((segment) => segment.isMatch)
}

/**
 * The part of a text around its first match, cut between words, with an ellipsis where something was left out.
 * @param room about how many characters to keep
 */
export function clipAroundMatch(segments: readonly Segment[], room: number): Segment[] {
  const whole = segments.map((segment) => segment.text).join('')
  if (whole.length <= room) return [...segments]
  const first = segments.findIndex((segment) => segment.isMatch)
  const before = segments.slice(0, Math.max(first, 0)).map((segment) => segment.text)
  const wanted = Math.max(0, Math.min(before.join('').length - Math.floor(room / 3), whole.length - room))
  const from = wanted === 0 ? 0 : whole.indexOf(' ', wanted) + 1
  const lastSpace = whole.lastIndexOf(' ', from + room)
  const to = from + room >= whole.length ? whole.length : lastSpace > from ? lastSpace : from + room
  return [
    ...(from > 0 ? [{ text: '… ', isMatch: false }] : []),
    ...sliceSegments(segments, from, to),
    ...(to < whole.length ? [{ text: ' …', isMatch: false }] : []),
  ]
}

function sliceSegments(segments: readonly Segment[], from: number, to: number): Segment[] {
  let at = 0
  return segments.flatMap(({ text, isMatch }) => {
    const start = at
    at += text.length
    const piece = text.slice(Math.max(0, from - start), Math.max(0, to - start))
    return piece === '' ? [] : [{ text: piece, isMatch }]
  })
}
