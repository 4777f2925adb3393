import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNodeAtLocation, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser'
import type { z } from 'zod'
import {
  competencySchema,
  questionSchema,
  roleSchema,
  scaleSchema,
  type RubricContent,
} from './content.schema.ts'
import { listBrokenReferences } from './references.ts'

export type ContentProblem = { file: string; line: number; reason: string }

/** Thrown when a file under rubrics/ cannot be used; the message names every file, line and reason. */
export class ContentError extends Error {
  readonly problems: readonly ContentProblem[]
  constructor(problems: readonly ContentProblem[]) {
    super(problems.map((p) => `${p.file}:${p.line} ${p.reason}`).join('\n'))
    this.name = 'ContentError'
    this.problems = problems
  }
}

const folders = ['scales', 'competencies', 'questions', 'roles'] as const

/** A file of content before it is read: `file` is how messages name it, `name` its name within its folder. */
export type ContentFile = { folder: (typeof folders)[number]; name: string; file: string; text: string }

type Source = Pick<ContentFile, 'file' | 'text'>

/**
 * Reads and checks all content.
 * @param folder the absolute path of rubrics/
 * @returns every scale, competency, question and role, sorted by id
 * @throws ContentError naming every problem found, with file and line
 */
export function readRubrics(folder: string): RubricContent {
  const files = folders.flatMap((kind) =>
    readdirSync(join(folder, kind))
      .filter((name) => name.endsWith('.json'))
      .map((name) => ({
        folder: kind,
        name,
        file: `rubrics/${kind}/${name}`,
        text: readFileSync(join(folder, kind, name), 'utf8'),
      })),
  )
  return readContentFiles(files)
}

const nothing: RubricContent = { scales: [], competencies: [], questions: [], roles: [] }

/**
 * Reads and checks content that may lean on content already there.
 * @param present what the names in the files may point at besides the files; a file replaces what has its id
 * @returns what the files hold, each list sorted by id
 * @throws ContentError naming every problem found, with file and line
 */
export function readContentFiles(
  files: readonly ContentFile[],
  present: RubricContent = nothing,
): RubricContent {
  const problems: ContentProblem[] = []
  const sources = new Map<string, Source>()

  function readKind<S extends z.ZodType<{ id: string }>>(
    kind: ContentFile['folder'],
    schema: S,
  ): z.infer<S>[] {
    const items: z.infer<S>[] = []
    const ofKind = files.filter((file) => file.folder === kind)
    for (const source of ofKind.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const item = parseContent(source, schema, problems)
      if (item === undefined) continue
      if (`${item.id}.json` !== source.name) {
        problems.push(
          problemAt(source, ['id'], `the id must be the file's name, ${source.name.slice(0, -5)}`),
        )
      }
      sources.set(`${kind}/${item.id}`, source)
      items.push(item)
    }
    return items
  }

  const content: RubricContent = {
    scales: readKind('scales', scaleSchema),
    competencies: readKind('competencies', competencySchema),
    questions: readKind('questions', questionSchema),
    roles: readKind('roles', roleSchema),
  }
  // A file that cannot be read would make every name that points at it look wrong as well.
  for (const broken of problems.length > 0 ? [] : listBrokenReferences(over(present, content))) {
    const source = sources.get(`${broken.kind}/${broken.id}`)
    if (source) problems.push(problemAt(source, broken.path, broken.reason))
  }
  if (problems.length > 0) throw new ContentError(problems)
  return content
}

function over(present: RubricContent, content: RubricContent): RubricContent {
  function merge<T extends { id: string }>(before: readonly T[], after: readonly T[]): T[] {
    return [...new Map([...before, ...after].map((item) => [item.id, item])).values()]
  }
  return {
    scales: merge(present.scales, content.scales),
    competencies: merge(present.competencies, content.competencies),
    questions: merge(present.questions, content.questions),
    roles: merge(present.roles, content.roles),
  }
}

/** Parses one file; what is wrong with it is pushed to `problems`. */
export function parseContent<S extends z.ZodType>(
  source: Source,
  schema: S,
  problems: ContentProblem[],
): z.infer<S> | undefined {
  const errors: ParseError[] = []
  parseTree(source.text, errors, { disallowComments: true, allowTrailingComma: false })
  const [first] = errors
  if (first) {
    const reason = `is not valid JSON: ${printParseErrorCode(first.error)}`
    problems.push({ file: source.file, line: lineAt(source.text, first.offset), reason })
    return undefined
  }
  const result = schema.safeParse(JSON.parse(source.text))
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    const path = issue.path.filter((step) => typeof step !== 'symbol')
    problems.push(problemAt(source, path, `${path.join('.') || 'file'}: ${issue.message}`))
  }
  return undefined
}

function problemAt(source: Source, path: readonly (string | number)[], reason: string): ContentProblem {
  const tree = parseTree(source.text)
  for (let depth = path.length; tree && depth > 0; depth--) {
    const node = findNodeAtLocation(tree, path.slice(0, depth))
    if (node) return { file: source.file, line: lineAt(source.text, node.offset), reason }
  }
  return { file: source.file, line: 1, reason }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
