import { expect, test } from 'vitest'
import type { KitView } from '#app/domains/panels/kit-view.ts'
import { loadFonts } from '#app/documents/fonts.server.ts'
import { lookOf } from '#app/documents/parts/look.ts'
import { margin, paperPoints, type PaperName } from '#app/documents/parts/theme.ts'
import { bodyHeightOf } from '#app/documents/press/footer.ts'
import { layOutBlocks } from '#app/documents/press/lay-out.ts'
import { kitOf } from '#tests/support/kit-of.ts'
import { buildKit } from '#tests/support/printed.ts'
import { composeKits } from './compose-kits.ts'

loadFonts('public/fonts/pdf')

/** 2 mm and 16 points, in points. */
const leastApart = 5.67
const leastPitch = 16
const link = 'https://panelist.example.org/scorecards/1/fill'

function compose(questions: KitView['questions'], paper: PaperName) {
  const kits = [buildKit({ link, questions })]
  const print = { paper, size: 'compact', ink: 'colour' } as const
  return composeKits({ kits, as: 'kit', title: 'Kit', createdAt: new Date(0), ...print })
}

const { questions: eight } = kitOf(8)

test.each([
  ['a4', 4],
  ['letter', 5],
] as const)('eight typical questions on %s take at most %i pages', async (paper, most) => {
  const { pages } = await compose(eight, paper)
  expect(pages.length).toBeLessThanOrEqual(most)
})

test.each(['a4', 'letter'] as const)(
  'from 1 to 40 questions on %s each has its lines below it on its page, and parts keep apart',
  async (paper) => {
    const { height: paperHeight } = paperPoints[paper]
    const bottom = margin + bodyHeightOf(paperHeight, lookOf('compact', 'colour'))
    const all = Array.from({ length: 5 }, () => eight).flat()
    for (let count = 1; count <= all.length; count++) {
      const { pages } = await compose(all.slice(0, count), paper)
      let written = 0
      for (const { placed, lines } of pages) {
        const laid = await layOutBlocks(placed.map(({ block }) => block))
        // The footer is placed last: its words, and the rule above them.
        const body = placed.slice(0, -2).map(({ y }, i) => ({ y, end: y + (laid[i]?.height ?? 0) }))
        const toWriteOn = lines.slice(0, -1)
        for (const [i, { y, end }] of body.entries()) {
          expect(y).toBeGreaterThanOrEqual(margin)
          const below = toWriteOn.find((group) => Math.abs(group.y - end) < 0.01)
          const last = below ? below.y + below.count * below.pitch : end
          if (below) written++
          // Its first line is drawn with its label.
          if (below) expect(1 + below.count).toBeGreaterThanOrEqual(3)
          expect(below?.pitch ?? leastPitch).toBeGreaterThanOrEqual(leastPitch)
          expect((body[i + 1]?.y ?? bottom + leastApart) - last).toBeGreaterThanOrEqual(leastApart)
        }
      }
      // Every question, and what is concluded at the end.
      expect(written).toBe(count + 1)
    }
  },
)
