// @ts-check
import { seeded } from './seeded.mjs'

// A large bank and what people might type into its search, the same in every run.

/** @typedef {import('#rubrics/content.schema.ts').Question} Question */
/** @typedef {import('#rubrics/content.schema.ts').RubricContent} RubricContent */
/** @typedef {'prefix' | 'phrase' | 'typo' | 'facets'} QueryKind */
/** @typedef {{ kind: QueryKind, text: string, meant: string, filters: Record<string, string[]> }} Query */

/** @param {number} seed */
function makeDraw(seed) {
  const random = seeded(seed)
  /** @param {number} from @param {number} to both included */
  const int = (from, to) => from + Math.floor(random() * (to - from + 1))
  /** @template T @param {readonly T[]} list @returns {T} */
  const one = (list) => {
    const drawn = list[int(0, list.length - 1)]
    if (drawn === undefined) throw new Error('nothing to draw from')
    return drawn
  }
  /** @template T @param {number} count @param {() => T} draw */
  const some = (count, draw) => [...new Set(Array.from({ length: count }, draw))]
  return { int, one, some }
}

/** @param {Question} question */
function textsOf(question) {
  const { title, prompt, intent, probes, followUp, rubrics, signals } = question
  const anchors = rubrics.flatMap((rubric) => rubric.anchors.map((anchor) => anchor.text))
  return [title, prompt, intent, ...probes, followUp, ...anchors, ...signals.strong, ...signals.weak]
}

/**
 * Questions whose texts go on from word to word as the shipped ones do: the words, how often each comes and which follow each other
 * are those of the shipped bank.
 * @param {RubricContent} content the shipped bank
 * @param {number} count
 * @returns {Question[]}
 */
export function generateQuestions(content, count) {
  const draw = makeDraw(2026)
  const texts = content.questions.flatMap(textsOf).map((text) => text.split(' '))
  const all = texts.flat()
  /** @type {Map<string, string[]>} */
  const followers = new Map()
  for (const words of texts)
    for (const [at, next] of words.slice(1).entries()) {
      const word = words[at] ?? ''
      const known = followers.get(word)
      if (known) known.push(next)
      else followers.set(word, [next])
    }
  /** @param {number} from @param {number} to */
  function say(from, to) {
    const said = [draw.one(all)]
    for (let left = draw.int(from, to) - 1; left > 0; left--)
      said.push(draw.one(followers.get(said.at(-1) ?? '') ?? all))
    const text = said.join(' ')
    return text.charAt(0).toUpperCase() + text.slice(1)
  }
  /** @param {{ id: string }[]} items */
  const ids = (items) => items.map((item) => item.id)
  const [competencies, roles] = [ids(content.competencies), ids(content.roles)]
  const tags = [...new Set(content.questions.flatMap((question) => question.tags ?? []))]
  return Array.from({ length: count }, (_, index) => {
    const model = draw.one(content.questions)
    const [primaryCompetency = '', ...otherCompetencies] = draw.some(draw.int(1, 4), () =>
      draw.one(competencies),
    )
    return {
      ...model,
      id: `generated-${index}`,
      title: say(3, 5).slice(0, 32).trim(),
      prompt: say(20, 45),
      intent: say(15, 30),
      difficulty: draw.one(content.questions).difficulty,
      minutes: draw.int(4, 20),
      primaryCompetency,
      otherCompetencies,
      roles: draw.some(draw.int(1, 4), () => draw.one(roles)),
      probes: Array.from({ length: draw.int(2, 4) }, () => say(10, 20)),
      followUp: say(15, 25),
      rubrics: model.rubrics.map((rubric) => ({
        ...rubric,
        anchors: rubric.anchors.map((anchor) => ({ ...anchor, text: say(25, 45) })),
      })),
      signals: {
        strong: Array.from({ length: draw.int(3, 6) }, () => say(5, 10)),
        weak: Array.from({ length: draw.int(3, 6) }, () => say(5, 10)),
      },
      tags: draw.some(draw.int(0, 4), () => draw.one(tags)),
    }
  })
}

/**
 * Fifty searches of each kind: beginnings of words, words in quotation marks, words with a slip, a word with filters.
 * @param {Question[]} questions
 * @param {number} each
 * @returns {Query[]}
 */
export function generateQueries(questions, each) {
  const draw = makeDraw(7)
  /** @param {string} text @param {number} length */
  const wordsOf = (text, length) =>
    text.match(new RegExp(`(?<!\\p{L})\\p{L}{${length},}(?!\\p{L})`, 'gu')) ?? []
  const drawQuestion = () => draw.one(questions)
  /** @param {number} length @returns {string} */
  function drawWord(length) {
    const words = wordsOf(drawQuestion().prompt, length)
    return words.length > 0 ? draw.one(words).toLowerCase() : drawWord(length)
  }
  /** @param {string} word */
  function slip(word) {
    const at = draw.int(1, word.length - 2)
    const [before, letter, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)]
    return draw.one([
      before + next + letter + after,
      before + next + after,
      before + letter + letter + next + after,
      `${before}${draw.one([...'aeioust'])}${next}${after}`,
    ])
  }
  /** @type {Record<QueryKind, () => Query>} */
  const makers = {
    prefix() {
      const words = Array.from({ length: draw.int(1, 2) }, () => drawWord(5))
      const text = words.map((word) => word.slice(0, draw.int(3, word.length))).join(' ')
      return { kind: 'prefix', text, meant: text, filters: {} }
    },
    phrase() {
      const words = drawQuestion().prompt.match(/\p{L}+ \p{L}+( \p{L}+)?/gu) ?? ['what happens']
      const text = draw.one(words)
      return { kind: 'phrase', text: `"${text}"`, meant: text, filters: {} }
    },
    typo() {
      const meant = drawWord(6)
      return { kind: 'typo', text: slip(meant), meant, filters: {} }
    },
    facets() {
      const text = drawWord(5)
      const like = drawQuestion()
      const filters = draw.some(draw.int(1, 3), () =>
        draw.one([
          { competency: [like.primaryCompetency, drawQuestion().primaryCompetency] },
          { role: like.roles.slice(0, 2) },
          { difficulty: [like.difficulty] },
          { kind: [like.kind] },
          { minutes: ['10'] },
        ]),
      )
      return { kind: 'facets', text, meant: text, filters: Object.assign({}, ...filters) }
    },
  }
  return Object.values(makers).flatMap((make) => Array.from({ length: each }, make))
}
