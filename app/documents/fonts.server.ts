import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Font } from '@react-pdf/renderer'
import { create } from 'fontkit'
import { cutLongWord } from './parts/long-words.ts'
import { fontChain } from './parts/theme.ts'

type FontFile = { family: string; file: string; weight: 400 | 600 | 700 }

const files: readonly FontFile[] = fontChain.flatMap(({ family, file, weights }) =>
  weights.map((weight) => ({ family, file: `${file}-${weight}-normal.woff`, weight })),
)

let covered: ReadonlySet<number> | undefined

/**
 * Registers the bundled fonts once, and reads which characters the chain can print.
 * @param folder where the .woff files are
 * @returns the code points that every weight of some font in the chain has
 */
export function loadFonts(folder: string): ReadonlySet<number> {
  if (covered) return covered
  const coverage = new Map<string, Set<number>>()
  for (const { family, file, weight } of files) {
    const path = join(folder, file)
    Font.register({ family, src: path, fontWeight: weight })
    const font = create(readFileSync(path))
    const points = new Set('characterSet' in font ? font.characterSet : [])
    const before = coverage.get(family)
    coverage.set(family, before ? new Set([...before].filter((point) => points.has(point))) : points)
  }
  Font.registerHyphenationCallback(cutLongWord)
  covered = new Set([...coverage.values()].flatMap((points) => [...points]))
  return covered
}
