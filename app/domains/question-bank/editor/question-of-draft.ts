import type { Scale } from '#rubrics/content.schema.ts'
import type { QuestionDraft } from '../question-draft.ts'

/**
 * What a draft would be as a question, whole or not: boxes left empty are left out, and what a kind does not carry.
 * The schema decides whether it is one.
 * @param scales those that an anchor may be written for
 */
export function questionOfDraft(draft: QuestionDraft, id: string, scales: readonly Scale[]): unknown {
  const { star, tags, rubrics, primaryCompetency, otherCompetencies, ...rest } = draft
  return {
    id,
    ...rest,
    primaryCompetency: primaryCompetency ?? '',
    // It is rated already, so ticking it twice means nothing.
    otherCompetencies: otherCompetencies.filter((competency) => competency !== primaryCompetency),
    probes: filled(draft.probes),
    ...(draft.kind === 'behavioural' ? { star: star ?? emptyStar } : {}),
    rubrics: rubrics
      .filter((rubric) => rubric.anchors.some((anchor) => anchor.text !== ''))
      .map(({ scale, anchors }) => ({
        scale,
        anchors: levelsOf(scale, anchors, scales).map((level) => ({
          level,
          text: anchors.find((anchor) => anchor.level === level)?.text ?? '',
        })),
      })),
    signals: { strong: filled(draft.signals.strong), weak: filled(draft.signals.weak) },
    ...(tags.length > 0 ? { tags } : {}),
  }
}

const emptyStar = { situation: '', task: '', action: '', result: '' }

function filled(lines: readonly string[]): string[] {
  return lines.filter((line) => line !== '')
}

function levelsOf(
  scaleId: string,
  anchors: readonly { level: number }[],
  scales: readonly Scale[],
): number[] {
  const scale = scales.find((item) => item.id === scaleId)
  return (scale?.levels.map((level) => level.value) ?? anchors.map((anchor) => anchor.level)).toSorted(
    (a, b) => a - b,
  )
}
