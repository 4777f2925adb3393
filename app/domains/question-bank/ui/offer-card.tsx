import { Form } from '@remix-run/react'
import type { When } from '#app/lib/dates.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Pill } from '#app/ui/pill.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ContentKind } from '#app/domains/question-bank/versions/content-kind.ts'
import type { Offer } from '#app/domains/question-bank/versions/offer.ts'
import { SideBySide } from './difference-view.tsx'

/** An offer with its moments in the reader's zone. */
export type DatedOffer = Omit<Offer, 'ours' | 'theirs'> & {
  ours: { id: string; number: number; by: string; when: When }
  theirs: { id: string; number: number; when: When }
}

const kindWords: Record<ContentKind, string> = {
  question: 'Question',
  competency: 'Competency',
  role: 'Role',
}

const pages: Record<ContentKind, { to: (id: string) => string; edit: (id: string) => string }> = {
  question: { to: paths.question, edit: paths.editQuestion },
  competency: { to: paths.competency, edit: paths.editCompetency },
  role: { to: paths.role, edit: paths.editRole },
}

/** A shipped version beside the team's own, and what to do about it. */
export function OfferCard({ offer }: { offer: DatedOffer }) {
  const { kind, id, name, ours, theirs, differences } = offer
  return (
    <article aria-labelledby={`offer-${kind}-${id}`} className="border-t-[1.5px] border-rule pt-3 pb-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={`offer-${kind}-${id}`} className="text-head">
          <TextLink look="plain" to={pages[kind].to(id)}>
            {name}
          </TextLink>
        </h2>
        <Pill>{kindWords[kind]}</Pill>
      </div>
      <p className="mt-0.5 mb-3 text-dense text-ink-2">
        Ours is version {ours.number} by {ours.by}, <Moment when={ours.when} />. The new one came with
        Panelist, <Moment when={theirs.when} />.
      </p>
      <SideBySide differences={differences} before="Ours" after="The new one" />
      <Form method="post" className="mt-4 flex flex-wrap gap-2">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="ours" value={ours.id} />
        <input type="hidden" name="theirs" value={theirs.id} />
        <Button type="submit" name="intent" value="take">
          Take the new version
        </Button>
        <Button type="submit" name="intent" value="keep">
          Keep ours
        </Button>
        <LinkButton to={pages[kind].edit(id)} variant="quiet">
          Edit ours
        </LinkButton>
      </Form>
    </article>
  )
}
