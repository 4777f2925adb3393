import type { Question } from '#rubrics/content.schema.ts'

/** Where in a question a line stands that its list does not show. */
export type TextPlace =
  | {
      part: 'competency' | 'probe' | 'story prompt' | 'follow-up' | 'strong signal' | 'weak signal' | 'topic'
    }
  | { part: 'anchor'; level: number }

/**
 * What is searched besides title, prompt and intent, a line each; the full text holds the same lines in this order.
 * @param names the names of competencies, by id
 */
export function detailLines(
  question: Question,
  names: ReadonlyMap<string, string>,
): { place: TextPlace; text: string }[] {
  const { primaryCompetency, otherCompetencies, rubrics, signals, star, tags = [] } = question
  const lines = (part: Exclude<TextPlace['part'], 'anchor'>, texts: readonly string[]) =>
    texts.map((text) => ({ place: { part }, text }))
  return [
    ...lines(
      'competency',
      [primaryCompetency, ...otherCompetencies].map((id) => names.get(id) ?? id),
    ),
    ...lines('probe', question.probes),
    ...lines('story prompt', star ? [star.situation, star.task, star.action, star.result] : []),
    ...lines('follow-up', [question.followUp]),
    ...rubrics.flatMap((rubric) =>
      rubric.anchors.map(({ level, text }) => ({ place: { part: 'anchor' as const, level }, text })),
    ),
    ...lines('strong signal', signals.strong),
    ...lines('weak signal', signals.weak),
    ...lines(
      'topic',
      tags.map((tag) => tag.replaceAll('-', ' ')),
    ),
  ].map(({ place, text }) => ({ place, text: text.replace(/\s+/g, ' ') }))
}
