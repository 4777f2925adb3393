import {
  Archive,
  Ban,
  CalendarClock,
  CalendarX2,
  Check,
  CircleCheck,
  CircleDashed,
  Clock,
  FilePen,
  Lock,
  type LucideIcon,
  PenLine,
  TriangleAlert,
} from 'lucide-react'

type Look = { word: string; icon: LucideIcon; tone: 'plain' | 'strong' | 'attention' | 'stop' }

const looks = {
  draft: { word: 'Draft', icon: CircleDashed, tone: 'plain' },
  published: { word: 'Published', icon: CircleCheck, tone: 'strong' },
  archived: { word: 'Archived', icon: Archive, tone: 'plain' },
  submitted: { word: 'Submitted', icon: Check, tone: 'plain' },
  amended: { word: 'Amended', icon: FilePen, tone: 'plain' },
  sealed: { word: 'Sealed', icon: Lock, tone: 'plain' },
  started: { word: 'Started', icon: PenLine, tone: 'plain' },
  planned: { word: 'Planned', icon: CalendarClock, tone: 'plain' },
  held: { word: 'Held', icon: Check, tone: 'plain' },
  due: { word: 'Due', icon: Clock, tone: 'plain' },
  late: { word: 'Late', icon: Clock, tone: 'attention' },
  cancelled: { word: 'Cancelled', icon: CalendarX2, tone: 'plain' },
  'no-show': { word: 'Did not come', icon: CalendarX2, tone: 'attention' },
  withdrawn: { word: 'Withdrawn', icon: Ban, tone: 'plain' },
  attention: { word: 'Needs attention', icon: TriangleAlert, tone: 'attention' },
  blocked: { word: 'Blocked', icon: TriangleAlert, tone: 'stop' },
} as const satisfies Record<string, Look>

export type Status = keyof typeof looks

const tones = {
  plain: 'text-ink-2',
  strong: 'font-semibold text-ink',
  attention: 'font-semibold text-amber',
  stop: 'font-semibold text-red',
}

/** A state with its shape and a word; `label` says more: "Overdue since 9:00", "Published, version 4". */
export function StatusTag({ status, label }: { status: Status; label?: string | undefined }) {
  const { word, icon: Icon, tone } = looks[status]
  return (
    <span className={`inline-flex items-start gap-1.5 text-dense ${tones[tone]}`}>
      <Icon aria-hidden className="mt-px" />
      <span className="self-baseline">{label ?? word}</span>
    </span>
  )
}
