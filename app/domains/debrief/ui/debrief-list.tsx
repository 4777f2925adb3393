import { paths } from '#app/paths.ts'
import { DisagreementMark } from '#app/ui/disagreement-mark.tsx'
import { StatusTag, type Status } from '#app/ui/status-tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { formatApart } from '../comparison-table.ts'
import {
  debriefWords,
  type DebriefLine,
  type DebriefStanding,
} from '#app/domains/debrief/meeting/standing.ts'

const statuses: Record<DebriefStanding['kind'], Status> = {
  waiting: 'sealed',
  ready: 'planned',
  open: 'started',
  decided: 'held',
}

/** The candidates of a panel with what there is to talk about, and where their debriefs stand. */
export function DebriefLines({ lines }: { lines: readonly DebriefLine[] }) {
  return (
    <ul className="mt-5 grid max-w-220 border-t border-rule">
      {lines.map((line) => (
        <li
          key={line.applicationId}
          className="grid items-baseline gap-x-5 gap-y-0.5 border-b border-line py-2.5 sm:grid-cols-[minmax(0,1fr)_14rem_14rem]"
        >
          <TextLink to={paths.debrief(line.applicationId)} className="font-semibold wrap-anywhere">
            {line.name}
          </TextLink>
          <p className="flex flex-wrap items-baseline gap-x-3 text-dense text-ink-2">
            {line.points === null ? 'Not to be seen yet' : pointsWords(line.points)}
            {line.widest > 0 ? (
              <DisagreementMark apart={line.widest} label={`${formatApart(line.widest)} apart`} />
            ) : null}
          </p>
          <StatusTag
            status={
              line.standing.kind === 'decided' && !line.standing.isLocked
                ? 'started'
                : statuses[line.standing.kind]
            }
            label={debriefWords(line.standing)}
          />
        </li>
      ))}
    </ul>
  )
}

function pointsWords(points: number): string {
  if (points === 0) return 'No disagreement'
  return points === 1 ? '1 point to discuss' : `${points} points to discuss`
}
