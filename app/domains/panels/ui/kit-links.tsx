import { paths, type FormQuery } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'

type KitLinksProps = {
  panelId: string
  /** All interviews when none is given. */
  interviewId?: string | undefined
  form: FormQuery
  label: string
}

/** Links to the kit and the blank scorecard of one interview, or of all. */
export function KitLinks({ panelId, interviewId, form, label }: KitLinksProps) {
  const linkTo = (as: 'kit' | 'scorecard', words: string) => (
    <TextLink
      to={paths.print('panel-kits', panelId, { interview: interviewId, as, ...form })}
      aria-label={`${words}, ${label}`}
    >
      {words}
    </TextLink>
  )
  return (
    <div className="grid gap-x-6 gap-y-1 border-t border-line py-2 text-dense sm:grid-cols-[minmax(0,1fr)_auto_auto]">
      <span className="font-semibold">{label}</span>
      {linkTo('kit', 'Kit')}
      {linkTo('scorecard', 'Blank scorecard')}
    </div>
  )
}
