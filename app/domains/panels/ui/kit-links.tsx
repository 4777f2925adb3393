import { paths, type Paper } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'

type KitLinksProps = {
  panelId: string
  /** All interviews when none is given. */
  interviewId?: string | undefined
  label: string
}

const papers: { paper: Paper; words: string }[] = [
  { paper: 'a4', words: 'A4' },
  { paper: 'letter', words: 'Letter' },
]

/** Links to the kit and the blank scorecard of one interview, or of all, on both papers. */
export function KitLinks({ panelId, interviewId, label }: KitLinksProps) {
  const linksOf = (as: 'kit' | 'scorecard') =>
    papers.map(({ paper, words }) => (
      <TextLink
        key={paper}
        reloadDocument
        to={paths.panelKitsPdf(panelId, {
          ...(interviewId === undefined ? {} : { interview: interviewId }),
          paper,
          as,
        })}
        aria-label={`${as === 'kit' ? 'Kit' : 'Blank scorecard'}, ${label}, ${words}`}
      >
        {words}
      </TextLink>
    ))
  return (
    <div className="grid gap-x-6 gap-y-1 border-t border-line py-2 text-dense sm:grid-cols-[minmax(0,1fr)_auto_auto]">
      <span className="font-semibold">{label}</span>
      <span className="flex gap-3">
        <span className="text-ink-2">Kit</span> {linksOf('kit')}
      </span>
      <span className="flex gap-3">
        <span className="text-ink-2">Blank scorecard</span> {linksOf('scorecard')}
      </span>
    </div>
  )
}
