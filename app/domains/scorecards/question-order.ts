/**
 * The questions of a card in the order in which they are asked: as the interviewer put them, then whatever the plan and the
 * added ones have beside.
 * @param order ids as they were put; empty for the order of the plan
 */
export function orderQuestions(
  ids: { planned: readonly string[]; added: readonly string[] },
  order: readonly string[],
): string[] {
  const present = new Set([...ids.planned, ...ids.added])
  return [...new Set([...order.filter((id) => present.has(id)), ...present])]
}

/** Puts a question last: it is asked later. */
export function askLater(order: readonly string[], id: string): string[] {
  return [...order.filter((other) => other !== id), id]
}

/** Moves a question by places; at either end it stays there. */
export function moveQuestion(order: readonly string[], id: string, by: number): string[] {
  const at = order.indexOf(id)
  if (at < 0) return [...order]
  const rest = order.filter((other) => other !== id)
  const to = Math.min(Math.max(at + by, 0), rest.length)
  return [...rest.slice(0, to), id, ...rest.slice(to)]
}

/** Puts a new question right after another one; last when that one is not there. */
export function insertQuestion(order: readonly string[], id: string, afterId: string | undefined): string[] {
  const at = afterId === undefined ? -1 : order.indexOf(afterId)
  return at < 0 ? [...order, id] : [...order.slice(0, at + 1), id, ...order.slice(at + 1)]
}

/**
 * The fewest questions that must have been moved to get from the plan to this order: all that stand outside the longest
 * run that kept its sequence.
 */
export function listMoved(planned: readonly string[], order: readonly string[]): string[] {
  const places = new Map(planned.map((id, at) => [id, at]))
  const asked = order.filter((id) => places.has(id))
  /** For each question, the longest run of rising places that ends with it. */
  const runs: string[][] = []
  for (const [at, id] of asked.entries()) {
    const before = runs
      .slice(0, at)
      .filter((run) => (places.get(run.at(-1) ?? '') ?? 0) < (places.get(id) ?? 0))
      .reduce<string[]>((best, run) => (run.length > best.length ? run : best), [])
    runs.push([...before, id])
  }
  const kept = new Set(runs.reduce<string[]>((best, run) => (run.length > best.length ? run : best), []))
  return asked.filter((id) => !kept.has(id))
}
