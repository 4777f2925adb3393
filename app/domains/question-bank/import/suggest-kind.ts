import type { QuestionKind } from '#rubrics/content.schema.ts'

const motivation =
  /\bwhy (?:do you want|would you like|are you (?:excited|interested|applying|leaving)|did you apply|this (?:role|job|position|company)|us\b|our company)|\b(?:career goals|motivates? you|attracts? you|30\W{1,3}60\W{1,3}90)/i
const behavioural =
  /\b(?:tell (?:me|us) about|describe|give (?:me|us)|share|walk (?:me|us) through|think of|recall|talk about|can you (?:tell|share|describe|recall))\b.{0,60}\b(?:time|times|situation|when|occasion|example|instance|incident|project|experience|moment)\b|\bhave you ever\b|\bwhen (?:did|was|were) (?:you|the last time)\b|\btell (?:me|us) about (?:a|an|your|the)\b|\b(?:did|have) you (?:do|done|used|led|built|handled|managed|implemented)\b/i
const situational =
  /^(?:imagine|suppose|assume|picture|if |you(?:’|'| a)re |you have |we(?:’|'| a)re |a (?:customer|colleague|partner|client) )|\bwhat would you\b|\bhow would you\b|\bwhat do you do (?:if|when)\b|\bif you (?:had|were|joined|could)\b/i

/** The kind that the wording of a question points at; technical when nothing else does. */
export function suggestKind(prompt: string): QuestionKind {
  const text = prompt.slice(0, 1000)
  if (motivation.test(text)) return 'motivation'
  if (behavioural.test(text)) return 'behavioural'
  return situational.test(text) ? 'situational' : 'technical'
}
