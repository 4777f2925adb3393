/** The fonts in the order in which a character is looked for; each file holds one script. */
export const fontChain = [
  { family: 'Atkinson', file: 'atkinson-hyperlegible-next-latin', weights: [400, 600, 700] },
  { family: 'Atkinson Extended', file: 'atkinson-hyperlegible-next-latin-ext', weights: [400, 600, 700] },
  { family: 'Noto Extended', file: 'noto-sans-latin-ext', weights: [400, 700] },
  { family: 'Noto Vietnamese', file: 'noto-sans-vietnamese', weights: [400, 700] },
  { family: 'Noto Greek', file: 'noto-sans-greek', weights: [400, 700] },
  { family: 'Noto Cyrillic', file: 'noto-sans-cyrillic', weights: [400, 700] },
] as const

export const fontFamilies: string[] = fontChain.map(({ family }) => family)

/** Sizes in points of the two papers, portrait. */
export const paperSizes = { a4: 'A4', letter: 'LETTER' } as const
export type PaperName = keyof typeof paperSizes

/** The same in points. */
export const paperPoints = {
  a4: { width: 595.28, height: 841.89 },
  letter: { width: 612, height: 792 },
} as const satisfies Record<PaperName, { width: number; height: number }>

/** 12.7 mm. */
export const margin = 36

/** 115 mm: in longer lines the eye does not find the next one. */
export const longestLine = 326

/** What stands between one part and the next, at least 2 mm. */
export const apart = 6

export const ink = '#000000'
/** Greys without a tint, so that a printer takes no colour for them. */
export const inkSoft = '#3a3a3a'
export const hairline = '#858585'
export const shade = '#efefef'
