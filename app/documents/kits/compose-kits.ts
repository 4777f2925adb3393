import { createElement, type ReactElement } from 'react'
import type { KitView } from '#app/domains/panels/kit-view.ts'
import { fieldName } from '#app/domains/scorecards/field.ts'
import { lookOf, type Look, type PrintInk, type PrintSize } from '#app/documents/parts/look.ts'
import { Words } from '#app/documents/parts/words.tsx'
import { apart, margin, paperPoints, type PaperName } from '#app/documents/parts/theme.ts'
import type { ComposedPage, Composition, Lines } from '#app/documents/press/compose.ts'
import { bodyHeightOf, placeFooter } from '#app/documents/press/footer.ts'
import type { Block } from '#app/documents/press/lay-out.ts'
import { packPages, shareLines } from '#app/documents/press/pack.ts'
import { blockSetter, measure } from '#app/documents/press/set-block.ts'
import type { SpotName } from '#app/documents/press/spots.ts'
import { Briefing, LevelWords } from './briefing.tsx'
import { Closing } from './closing.tsx'
import { KitHead } from './kit-head.tsx'
import {
  evidenceLabel,
  QuestionAsked,
  QuestionBrief,
  QuestionOnScreen,
  QuestionRated,
  QuestionWhole,
} from './question-parts.tsx'

/** `form` is a scorecard to fill on screen: its fields stand where the marks and lines of paper are. */
export type KitForm = 'kit' | 'scorecard' | 'form'

export type KitsProps = {
  kits: readonly KitView[]
  as: KitForm
  paper: PaperName
  size: PrintSize
  ink: PrintInk
  title: string
  createdAt: Date
}

/** How much of the time goes into measuring and placing; the rest writes the file. */
const shareOfLayout = 0.7

/** A block with room to write under it: at least, at most so many lines. */
type Item = {
  block: Block
  height: number
  least: number
  most: number
  columns: Lines['columns']
  fields?: Lines['fields']
}

/** The interviews of one candidate; a file of more is a packet. */
export const mostTagged = 8

/** The last rule of a block keeps off the next block, and off the footer. */
const afterLines = 0

const room = {
  kit: { least: 2, most: 40 },
  scorecard: { least: 3, most: 40 },
  form: { least: 4, most: 40 },
  // Its first line stands beside its label.
  closing: { least: 2, most: 13 },
  closingOnScreen: { least: 3, most: 14 },
} as const

/**
 * Kits, or blank cards to fill by hand, one after the other, each with pages counted on their own. A question stands on one page with
 * its rubric; one that is higher than a page is cut before its rubric, and set in compact print where even that is not enough.
 * @param watch is told the share that is done, and may throw to stop
 */
export async function composeKits(
  props: KitsProps,
  watch: (share: number) => void = () => undefined,
): Promise<Composition> {
  const pages: ComposedPage[] = []
  const headings: Composition['headings'][number][] = []
  for (const [i, kit] of props.kits.entries()) {
    watch((i / props.kits.length) * shareOfLayout)
    headings.push({ title: footerOf(kit), level: 1, pageIndex: pages.length, top: 0 })
    pages.push(...(await composeKit(kit, props)))
  }
  const isTagged = props.kits.length <= mostTagged
  return { title: props.title, createdAt: props.createdAt, pages, headings, isTagged }
}

async function composeKit(kit: KitView, props: KitsProps): Promise<ComposedPage[]> {
  const { as } = props
  const look = lookOf(props.size, props.ink)
  const paper = paperPoints[props.paper]
  const width = paper.width - 2 * margin
  const set = blockSetter(look, width)
  const bodyHeight = bodyHeightOf(paper.height, look)
  const { openings, items, head, heights, counts } = await arrange(kit, { as, paper, look, width })

  const notes = set('notes', createElement(Words, { as: 'strong' }, 'Notes'))
  let from = 0
  return Promise.all(
    counts.map((count, index) => {
      const held = items.slice(from, from + count)
      const used = heights.slice(from, from + count).reduce((sum, height) => sum + height, 0)
      from += count
      const isFirst = index === 0
      const free = bodyHeight + apart - used - (isFirst ? head : 0)
      const placed: { block: Block; x: number; y: number }[] = []
      const lines: Lines[] = []
      let y = margin
      for (const { block, height } of isFirst ? openings : []) {
        placed.push({ block, x: margin, y })
        y += height + apart
      }
      const shares = shareLines(
        free / look.pitch,
        held.map((item) => item.most - item.least),
      )
      for (const [i, item] of held.entries()) {
        placed.push({ block: item.block, x: margin, y })
        y += item.height
        const count = item.least + (shares[i] ?? 0)
        if (count > 0) lines.push({ columns: item.columns, y, pitch: look.pitch, count, fields: item.fields })
        y += count * look.pitch + afterLines + apart
      }
      const roomLeft = Math.floor((margin + bodyHeight - y) / look.pitch)
      // Where no question fits under the opening, the rest of the page is for notes.
      if (held.length === 0 && counts.length > 1 && roomLeft > 2 && as !== 'form') {
        placed.push({ block: notes, x: margin, y })
        lines.push({ columns: [{ x: margin, width }], y, pitch: look.pitch, count: roomLeft })
      }
      const foot = placeFooter({
        text: footerOf(kit),
        pages: `Page ${index + 1} of ${counts.length}`,
        set,
        look,
        paper,
      })
      return { ...paper, placed: [...placed, ...foot.placed], lines: [...lines, foot.rule] }
    }),
  )
}

type Setting = {
  as: KitForm
  paper: { width: number; height: number }
  look: Look
  width: number
}

type Arrangement = {
  openings: { block: Block; height: number }[]
  items: Item[]
  /** The height of the openings, and of each item with its least lines. */
  head: number
  heights: number[]
  /** For each page how many items stand on it. */
  counts: number[]
}

/** What the levels mean stands before the questions, or after them where that saves a page: their anchors stand at each question. */
async function arrange(kit: KitView, setting: Setting): Promise<Arrangement> {
  const before = await arrangeWith(kit, setting, false)
  if (setting.as !== 'kit' || before.counts.length === 1) return before
  const after = await arrangeWith(kit, setting, true)
  return after.counts.length < before.counts.length ? after : before
}

async function arrangeWith(kit: KitView, setting: Setting, areLevelsLast: boolean): Promise<Arrangement> {
  const { look, width, paper, as } = setting
  const set = blockSetter(look, width)
  const openings = await measure(
    openingOf(kit, as, areLevelsLast).map(({ key, element }) => set(key, element)),
  )
  const items = [
    ...(await questionItems(kit, setting)),
    await closingItem(setting, areLevelsLast ? kit.levels : undefined),
  ]
  const head = openings.reduce((sum, { height }) => sum + height + apart, 0)
  const heights = items.map((item) => item.height + item.least * look.pitch + afterLines + apart)
  const room = bodyHeightOf(paper.height, look) + apart
  const counts = packPages(heights, (page) => room - (page === 0 ? head : 0))
  return { openings, items, head, heights, counts }
}

const titles = {
  kit: 'Interview kit',
  scorecard: 'Interview scorecard',
  form: 'Scorecard to fill on screen',
} as const

/** What stands above the questions of the first page. */
function openingOf(
  kit: KitView,
  as: KitForm,
  areLevelsLast: boolean,
): { key: unknown; element: ReactElement }[] {
  const { panelName, panelVersion, panelForm, minutes, letter, focus, candidate, interviewer, when, link } =
    kit
  const facts = { panelName, panelVersion, panelForm, minutes, letter, focus, candidate, interviewer, when }
  const title = titles[as]
  const { place, competencyNames, others, levels } = kit
  const head = { key: [facts, title, link], element: createElement(KitHead, { kit: facts, title, link }) }
  return as === 'kit'
    ? [
        head,
        {
          key: ['briefing', place, competencyNames, others, areLevelsLast ? null : levels],
          element: createElement(Briefing, { kit, hasLevels: !areLevelsLast }),
        },
      ]
    : [head, { key: ['levels', levels], element: createElement(LevelWords, { levels }) }]
}

const questionParts = { kit: QuestionWhole, scorecard: QuestionBrief, form: QuestionOnScreen } as const

async function questionItems(kit: KitView, setting: Setting): Promise<Item[]> {
  const { look, width, as } = setting
  const set = blockSetter(look, width)
  const { least, most } = room[as]
  const columns = [{ x: margin, width }]
  const Whole = questionParts[as]
  const whole = await measure(
    kit.questions.map((question) => set([as, question], createElement(Whole, { question }))),
  )
  const highest = bodyHeightOf(setting.paper.height, look) - afterLines
  const items: Item[] = []
  for (const [i, { block, height }] of whole.entries()) {
    const question = kit.questions[i]
    if (!question) continue
    const fields = as === 'form' ? [evidenceField(question)] : undefined
    if (height + least * look.pitch <= highest) {
      items.push({ block, height, least, most, columns, fields })
      continue
    }
    const [asked, rated] = await measureHalves(question, setting, highest - least * look.pitch)
    if (asked) items.push({ ...asked, least: 0, most: 0, columns })
    if (rated) items.push({ ...rated, least, most, columns, fields })
  }
  return items
}

async function closingItem(
  { look, width, as }: Setting,
  levels: KitView['levels'] | undefined,
): Promise<Item> {
  const set = blockSetter(look, width)
  const isOnScreen = as === 'form'
  const [closing] = await measure([
    set(['closing', isOnScreen, levels ?? null], createElement(Closing, { isOnScreen, levels })),
  ])
  if (!closing) throw new Error('The end of a card was not laid out.')
  const half = (width - 14) / 2
  return {
    ...closing,
    ...(isOnScreen ? room.closingOnScreen : room.closing),
    columns: [
      { x: margin, width: half },
      { x: margin + half + 14, width: half },
    ],
    fields: isOnScreen ? summaryFields : undefined,
  }
}

const summaryFields = [
  { field: 'summary:for', label: 'For: what speaks for this person' },
  { field: 'summary:against', label: 'Against: what speaks against' },
]

function evidenceField({ questionId, number, title }: KitView['questions'][number]): SpotName {
  return {
    field: fieldName('evidence', questionId),
    label: `Question ${number}, ${title}. ${evidenceLabel}`,
  }
}

/** The two halves of a question that is too long for a page. */
async function measureHalves(
  question: KitView['questions'][number],
  { look, width }: Setting,
  highest: number,
): Promise<{ block: Block; height: number }[]> {
  const halves = (chosen: Look) =>
    [QuestionAsked, QuestionRated].map((half) =>
      blockSetter(chosen, width)([half.name, question], createElement(half, { question })),
    )
  const large = await measure(halves(look))
  if (large.every(({ height }) => height <= highest)) return large
  return measure(halves({ ...lookOf('compact', 'grey'), accent: look.accent, pitch: look.pitch }))
}

/** What identifies a loose page. */
function footerOf(kit: KitView): string {
  const parts = [kit.roleName, `${kit.letter} ${kit.focus}`, kit.candidate, kit.interviewer, kit.shortId]
  return parts.filter((part) => part !== null).join(' · ')
}
