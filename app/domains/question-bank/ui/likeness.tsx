import { likenessWord } from '#app/domains/question-bank/near-duplicates/near-duplicate.ts'

/** How alike two questions are: a word, and the score 0..1 under one another. */
export function Likeness({ score }: { score: number }) {
  return (
    <p className="grid grid-cols-[6.5rem_auto] justify-start gap-2 text-dense whitespace-nowrap">
      <b>{likenessWord(score)}</b>
      <span
        className="text-ink-2 tabular-nums"
        title="From 0, nothing in common, to 1, the same words and topics"
      >
        {Math.min(1, score).toFixed(2)}
      </span>
    </p>
  )
}
