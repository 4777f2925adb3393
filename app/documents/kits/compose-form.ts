import type { KitView } from '#app/domains/panels/kit-view.ts'
import { fieldName, parseField } from '#app/domains/scorecards/field.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { lookOf } from '#app/documents/parts/look.ts'
import { drawComposition, listFrames } from '#app/documents/press/compose.ts'
import type { DrawnFile } from '#app/documents/press/drawing.ts'
import type { FieldFont } from '#app/documents/press/fields/field-font.ts'
import type { FieldBox, FormField } from '#app/documents/press/fields/form-field.ts'
import { layOutBlocks } from '#app/documents/press/lay-out.ts'
import type { Spot } from '#app/documents/press/spots.ts'
import { composeKits, type KitsProps } from './compose-kits.ts'

/** What a form brings with it: what is in its fields already, by their names, and what knows it again. */
export type FormContent = {
  values: Readonly<Record<string, string>>
  stamp: { name: string; value: string }
}

type PlacedSpot = Spot & { box: FieldBox }

/** The room around a mark that can be hit as well. */
const around = 2

/** A scorecard whose marks and frames are fields. */
export async function composeForm(
  props: Omit<KitsProps, 'kits' | 'as'> & { kit: KitView; content: FormContent; font: FieldFont },
): Promise<DrawnFile> {
  const { kit, content, font, ...rest } = props
  const composition = await composeKits({ ...rest, kits: [kit], as: 'form' })
  const drawn = await drawComposition(composition)
  const spots: PlacedSpot[] = []
  for (const [page, { placed, lines }] of composition.pages.entries()) {
    const laid = await layOutBlocks(placed.map(({ block }) => block))
    const onPage = [
      ...placed.flatMap(({ x, y }, i) =>
        (laid[i]?.spots ?? []).map((spot) => ({ ...spot, x: spot.x + x, y: spot.y + y })),
      ),
      ...lines.flatMap(listFrames),
    ]
    spots.push(...onPage.map((spot) => ({ ...spot, box: boxOf(spot, page) })))
  }
  const size = lookOf(props.size, props.ink).words.body.fontSize
  const fields = makeFields(inOrder(spots, kit), { kit, content, size })
  return { ...drawn, form: { fields: [{ kind: 'stamp', ...content.stamp }, ...fields], font } }
}

function boxOf({ state, x, y, width, height }: Spot, page: number): FieldBox {
  if (state !== undefined) {
    return { page, x: x - around, y: y - around, width: width + 2 * around, height: height + 2 * around }
  }
  // A line to write one sentence on is its lower edge.
  const high = Math.max(height, 14)
  return { page, x, y: y + height - high, width, height: high }
}

/** Question by question: its rating, its signals, its evidence; then the end of the card. */
function inOrder(spots: readonly PlacedSpot[], kit: KitView): PlacedSpot[] {
  const names = [
    ...kit.questions.flatMap(({ questionId }) =>
      (['rating', 'signals', 'evidence'] as const).map((kind) => fieldName(kind, questionId)),
    ),
    'recommendation',
    'recommendation:reason',
    'summary:for',
    'summary:against',
  ]
  const place = new Map(names.map((name, i) => [name, i]))
  return spots.toSorted((a, b) => (place.get(a.field) ?? 0) - (place.get(b.field) ?? 0))
}

function makeFields(
  spots: readonly PlacedSpot[],
  { kit, content, size }: { kit: KitView; content: FormContent; size: number },
): FormField[] {
  const byField = groupBy(spots, (spot) => spot.field)
  return [...byField].flatMap(([name, group]): FormField[] => {
    const value = content.values[name]
    const kind = parseField(name)?.kind
    if (kind === 'rating' || kind === 'recommendation') {
      const marks = group.map(({ state = '', label, box }) => ({ state, label, box }))
      return [{ kind: 'choice', name, label: choiceLabel(name, kit), value: value ?? null, marks }]
    }
    return group.map(({ state, label, box }): FormField => {
      if (state === undefined) {
        const isMultiline = kind !== 'recommendation:reason'
        return { kind: 'text', name, label, value: value ?? '', isMultiline, size, box }
      }
      const tick = `${name}:${state}`
      return { kind: 'tick', name: tick, label, isOn: content.values[tick] === 'on', box }
    })
  })
}

function choiceLabel(field: string, kit: KitView): string {
  const parsed = parseField(field)
  const id = parsed && 'questionId' in parsed ? parsed.questionId : null
  const question = kit.questions.find(({ questionId }) => questionId === id)
  return question ? `Rating of question ${question.number}, ${question.title}` : 'Your recommendation'
}
