import { StateMark } from '#app/ui/state-mark.tsx'

/** What the marks of the coverage grid mean. */
export function GridLegend() {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-dense text-ink-2">
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="h-3 w-4 bg-accent" /> one question rated for it, wide as its minutes
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="h-3 w-4 border border-accent" /> also touched, not rated
      </li>
      <li>
        <b className="font-semibold text-ink">12</b> + 10: minutes rated and touched
      </li>
      <li>
        <StateMark state="missing" label="wanted, none yet" />
      </li>
      <li>
        <StateMark state="gate" label="must-have" />
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="hatch h-1.5 w-5 outline-1 -outline-offset-1 outline-line-2" /> free time
      </li>
      <li aria-hidden>T technical, S situational, B behavioural, M motivation</li>
    </ul>
  )
}
