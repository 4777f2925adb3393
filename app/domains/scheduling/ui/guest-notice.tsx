import { Section } from '#app/ui/section.tsx'

/** What a guest agrees to before anything of the session is shown. */
export function GuestNotice({ ends }: { ends: string }) {
  return (
    <div>
      <Section title="What you will see" isFirst>
        <p>
          One interview: who the candidate is, who else is in the room, the questions with what to listen for,
          and your own scorecard. Of the other interviews no more than what they cover, of other candidates
          nothing, and never the scorecard of anybody else, also not after you have handed in yours.
        </p>
      </Section>
      <Section title="What is kept, and who reads it">
        <p>
          Your ratings and notes are kept with your name as part of this hiring decision. Once you hand them
          in, the people who run this panel read them, and so do its other interviewers after handing in
          theirs. Private notes stay with you. Write what you could say to the candidate: in many countries
          they may ask to read it.
        </p>
      </Section>
      <Section title="What we ask of you">
        <p>
          Keep to yourself what you see, hear and write here, now and later. Pass on neither the code nor a
          copy or picture of a page.
        </p>
      </Section>
      <Section title="When it ends">
        <p>
          {ends}, or earlier when whoever invited you takes the access back. What you have saved by then is
          kept.
        </p>
      </Section>
    </div>
  )
}
