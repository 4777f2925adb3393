import { createElement, type ReactElement } from 'react'
import type { KitView } from '#app/domains/panels/kit-view.ts'
import { fieldName } from '#app/domains/scorecards/field.ts'
import { lookOf, type Look, type PrintInk, type PrintSize } from '#app/documents/parts/look.ts'
import { Words } from '#app/documents/parts/words.tsx'
import { margin, paperPoints, type PaperName } from '#app/documents/parts/theme.ts'
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
const mostTagged = 8

const gap = 7
/** The last rule of a block keeps off the next block, and off the footer. */
const afterLines = 4

const room = {
  kit: { least: 2, most: 40 },
  scorecard: { least: 3, most: 40 },
  form: { least: 4, most: 40 },
  closing: { least: 3, most: 14 },
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
  const opening = openingOf(kit, as).map(({ key, element }) => set(key, element))
  const [openings, items] = [await measure(opening), await itemsOf(kit, { as, paper, look, width })]
  const head = openings.reduce((sum, { height }) => sum + height + gap, 0)
  const bodyHeight = bodyHeightOf(paper.height, look)
  const heights = items.map((item) => item.height + item.least * look.pitch + afterLines + gap)
  const counts = packPages(heights, (page) => bodyHeight + gap - (page === 0 ? head : 0))

  const notes = set('notes', createElement(Words, { as: 'strong' }, 'Notes'))
  let from = 0
  return Promise.all(
    counts.map((count, index) => {
      const held = items.slice(from, from + count)
      const used = heights.slice(from, from + count).reduce((sum, height) => sum + height, 0)
      from += count
      const isFirst = index === 0
      const free = bodyHeight + gap - used - (isFirst ? head : 0)
      const placed: { block: Block; x: number; y: number }[] = []
      const lines: Lines[] = []
      let y = margin
      for (const { block, height } of isFirst ? openings : []) {
        placed.push({ block, x: margin, y })
        y += height + gap
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
        y += count * look.pitch + afterLines + gap
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

const titles = {
  kit: 'Interview kit',
  scorecard: 'Interview scorecard',
  form: 'Scorecard to fill on screen',
} as const

/** What stands above the questions of the first page. */
function openingOf(kit: KitView, as: KitForm): { key: unknown; element: ReactElement }[] {
  const { panelName, panelVersion, minutes, letter, focus, candidate, interviewer, when, link } = kit
  const facts = { panelName, panelVersion, minutes, letter, focus, candidate, interviewer, when }
  const title = titles[as]
  const { place, competencyNames, others, levels } = kit
  const head = { key: [facts, title, link], element: createElement(KitHead, { kit: facts, title, link }) }
  return as === 'kit'
    ? [
        head,
        {
          key: ['briefing', place, competencyNames, others, levels],
          element: createElement(Briefing, { kit }),
        },
      ]
    : [head, { key: ['levels', levels], element: createElement(LevelWords, { levels }) }]
}

type Setting = {
  as: KitForm
  paper: { width: number; height: number }
  look: Look
  width: number
}

const questionParts = { kit: QuestionWhole, scorecard: QuestionBrief, form: QuestionOnScreen } as const

async function itemsOf(kit: KitView, setting: Setting): Promise<Item[]> {
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
  const [closing] = await measure([set('closing', createElement(Closing))])
  const half = (width - 14) / 2
  if (closing)
    items.push({
      ...closing,
      ...room.closing,
      columns: [
        { x: margin, width: half },
        { x: margin + half + 14, width: half },
      ],
      fields: as === 'form' ? summaryFields : undefined,
    })
  return items
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
