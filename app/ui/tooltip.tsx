import type { ReactElement } from 'react'
import { Focusable, OverlayArrow, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'

type TooltipProps = {
  /** Never the only place of something that matters. */
  text: string
  /** One element that takes focus and a ref: a link, a button, a span with tabIndex 0 and a role. */
  children: ReactElement<{ [attribute: string]: unknown }, string>
}

/** Words on hover and focus; Escape hides them. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={100}>
      <Focusable>{children}</Focusable>
      <AriaTooltip
        offset={6}
        className="max-w-72 rounded-md bg-ink px-2.5 py-1.5 text-dense text-paper shadow-float print:hidden"
      >
        <OverlayArrow>
          <svg width={8} height={8} viewBox="0 0 8 8" className="block fill-ink" aria-hidden>
            <path d="M0 0l4 4 4-4" />
          </svg>
        </OverlayArrow>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
