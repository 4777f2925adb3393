import { initials } from './nav-item.ts'
import { splitGeometry, type SplitPerson } from './split-geometry.ts'

type SplitScaleProps = {
  people: readonly SplitPerson[]
  /** The words of the scale from level 1 up. */
  words: readonly string[]
}

/** A scale with each person on their level, and a bracket over a gap: for debriefs. */
export function SplitScale({ people, words }: SplitScaleProps) {
  const { people: placed, bracket } = splitGeometry(people, words.length)
  const told = people.map((person) => `${person.name} ${person.level}, ${words[person.level - 1]}`).join('; ')
  return (
    <div role="img" aria-label={told} className="relative mx-10 h-20">
      <span className="absolute inset-x-0 top-[38px] h-[1.5px] bg-rule" />
      {words.map((word, index) => (
        <span
          key={word}
          className="absolute top-[34px] flex -translate-x-1/2 flex-col items-center gap-4 text-label whitespace-nowrap text-ink-2 before:h-2 before:border-l before:border-ink-2 before:content-['']"
          style={{ left: `${(index / (words.length - 1)) * 100}%` }}
        >
          {index + 1} {word}
        </span>
      ))}
      {bracket ? (
        <span
          className="absolute top-[9px] flex h-2.5 justify-center border-[1.5px] border-b-0 border-amber-mark"
          style={{ left: `${bracket.from}%`, width: `${bracket.to - bracket.from}%` }}
        >
          <span className="-mt-2.5 self-start bg-paper px-2 text-dense font-semibold whitespace-nowrap text-amber">
            {bracket.apart} apart
          </span>
        </span>
      ) : null}
      {placed.map((person) => (
        <span
          key={person.id}
          title={`${person.name}: ${person.level}, ${words[person.level - 1]}`}
          className="absolute top-[25px] -ml-[13px] grid size-[26px] place-items-center rounded-full bg-ink text-axis leading-none font-semibold text-paper ring-2 ring-paper"
          style={{ left: `calc(${person.at}% + ${person.nudge}px)` }}
        >
          {initials(person.name)}
        </span>
      ))}
    </div>
  )
}
