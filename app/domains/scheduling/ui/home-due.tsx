import { ShadowTag } from '#app/domains/scorecards/ui/shadow-tag.tsx'
import type { When } from '#app/lib/dates.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Note } from '#app/ui/note.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { HomeCard, HomeView } from '../home-view.ts'
import { HomeList } from './home-list.tsx'

type HomeDueProps = {
  /** `late` in words, null while there is time. */
  cards: readonly (HomeCard & { when: When; dueWhen: When; late: string | null })[]
}

/** What somebody owes themselves, since when, and by when. */
export function HomeDue({ cards }: HomeDueProps) {
  return (
    <>
      <HomeList
        lines={cards.map((card) => ({
          id: card.scorecardId,
          title: card.candidateName,
          detail: (
            <>
              {card.focus}, held <Moment when={card.when} />
              <span className="flex flex-wrap items-baseline gap-x-3">
                {card.late === null ? (
                  <StatusTag status="due" label={`Due ${card.dueWhen.text}`} />
                ) : (
                  <StatusTag status="late" label={card.late} />
                )}
                {card.isShadow ? <ShadowTag /> : null}
              </span>
            </>
          ),
          action: <LinkButton to={paths.fillScorecard(card.scorecardId)}>Finish</LinkButton>,
        }))}
      />
      <p className="mt-2 text-dense">
        <TextLink to={paths.importForms()}>Bring a form back that was filled offline</TextLink>
      </p>
    </>
  )
}

type OwedLineProps = { owed: HomeView['owed']; className?: string | undefined }

/** For organisers: how many scorecards are owed by everybody; nothing when none is. */
export function OwedLine({ owed, className }: OwedLineProps) {
  if (owed === null || owed.owed === 0) return null
  const { late } = owed
  return (
    <Note
      tone={late > 0 ? 'attention' : 'calm'}
      title={owed.owed === 1 ? 'One scorecard is owed.' : `${owed.owed} scorecards are owed.`}
      action={<LinkButton to={paths.scorecardsDue()}>Scorecards due</LinkButton>}
      className={className}
    >
      {late === 0
        ? 'None of them is late.'
        : late === 1
          ? 'One of them is late.'
          : `${late} of them are late.`}
    </Note>
  )
}
