/** A question that was asked without being planned: from the bank, or in the interviewer's own words. */
export type AddedQuestion = {
  title: string
  prompt: string
  bankQuestionId: string | null
}

/** The most unplanned questions of one card. */
export const maxAdded = 20

const addedId = /^plus-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The id of a new unplanned question; no question of the bank has such a one. */
export function newAddedId(uuid: string): string {
  return `plus-${uuid}`
}

/** Whether an id was made for an unplanned question. */
export function isAddedId(id: string): boolean {
  return addedId.test(id)
}

/** What stands for an unplanned question in a list: its title, or the beginning of its prompt. */
export function addedTitle(added: AddedQuestion): string {
  if (added.title !== '') return added.title
  const words = added.prompt.trim()
  if (words === '') return 'Not written down'
  return words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words
}
