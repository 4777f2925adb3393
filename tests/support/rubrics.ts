import { fileURLToPath } from 'node:url'
import type { RubricContent } from '#rubrics/content.schema.ts'
import { readRubrics } from '#rubrics/read.server.ts'

let content: RubricContent | undefined

/** The shipped content, read once. */
export function shippedRubrics(): RubricContent {
  content ??= readRubrics(fileURLToPath(new URL('../../rubrics', import.meta.url)))
  return content
}
