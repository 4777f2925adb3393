import { paths } from '#app/paths.ts'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ScheduleItem } from '../session-page.ts'

export type ScheduleDay = {
  title: string
  items: (ScheduleItem & { span: string; exact: string; checkedIn: string })[]
}

/** Sessions day by day, with clashes in words. */
export function ScheduleDays({ days }: { days: readonly ScheduleDay[] }) {
  return days.map((day) => (
    <Section key={day.title} title={day.title} aside={day.items.length}>
      <ul>
        {day.items.map((item) => (
          <li
            key={item.sessionId}
            className="grid gap-x-4 gap-y-0.5 border-b border-line py-2 sm:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1fr)]"
          >
            <p className="tabular-nums" title={item.exact}>
              {item.span}
            </p>
            <div className="min-w-0">
              <p className="font-semibold wrap-anywhere">
                <TextLink to={paths.session(item.sessionId)} look="plain">
                  {item.candidateName}
                </TextLink>
              </p>
              <p className="text-dense text-ink-2">
                {item.focus}, {item.panelName}
              </p>
            </div>
            <div className="min-w-0 text-dense">
              <p className="wrap-anywhere">{item.interviewers.join(', ') || 'Nobody assigned'}</p>
              {item.checkedIn ? <p className="text-ink-2">{item.checkedIn}</p> : null}
              {item.status === 'planned' ? null : <StatusTag status={item.status} />}
              {item.clashes.length > 0 ? (
                <p className="font-semibold text-amber">{`Twice at this time: ${item.clashes.join(', ')}`}</p>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  ))
}
