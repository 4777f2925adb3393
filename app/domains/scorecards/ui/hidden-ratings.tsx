import { ArrowRight, EyeOff } from 'lucide-react'
import { Button } from '#app/ui/button.tsx'
import { Kbd } from '#app/ui/kbd.tsx'

type HiddenRatingsProps = {
  isRated: boolean
  lowest: number
  highest: number
  onShow: () => void
  onNext: () => void
}

/** Stands where the rating stands while the candidate may see the screen; the keys go on rating. */
export function HiddenRatings({ isRated, lowest, highest, onShow, onNext }: HiddenRatingsProps) {
  return (
    <div className="bottom-0 z-10 -mx-4 mt-4 max-sm:[@media(min-height:520px)]:sticky border-t-[1.5px] border-rule bg-paper px-4 pt-2 pb-2.5 sm:static sm:mx-0 sm:mt-0 sm:rounded-sm sm:border-2 sm:border-dotted sm:border-line-2 sm:p-4">
      <p className="flex items-center gap-2 font-semibold">
        <EyeOff aria-hidden /> Ratings are hidden
        <span role="status" className="ml-auto text-dense font-normal text-ink-2">
          {isRated ? 'noted' : 'nothing noted yet'}
        </span>
      </p>
      <p className="mt-1 text-dense text-ink-2 max-sm:hidden">
        For a shared screen. <Kbd>{lowest}</Kbd> to <Kbd>{highest}</Kbd>, <Kbd>n</Kbd> and <Kbd>e</Kbd> still
        work; <Kbd>h</Kbd> shows everything again.
      </p>
      <div className="mt-2 flex gap-1.5">
        <Button type="button" size="small" onClick={onShow} className="max-sm:min-h-11 max-sm:flex-1">
          Show ratings
        </Button>
        <Button
          type="button"
          variant="primary"
          size="small"
          onClick={onNext}
          className="max-sm:min-h-11 max-sm:flex-1 sm:hidden"
        >
          Next <ArrowRight aria-hidden />
        </Button>
      </div>
    </div>
  )
}
