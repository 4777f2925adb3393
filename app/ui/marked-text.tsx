import { Fragment } from 'react'

type MarkedTextProps = { segments: readonly { text: string; isMatch: boolean }[] }

/** A text with what was searched for marked by a ground that is darker too, so that it is seen without colour. */
export function MarkedText({ segments }: MarkedTextProps) {
  return segments.map(({ text, isMatch }, at) =>
    isMatch ? (
      <mark key={at} className="rounded-sm bg-heat-2 px-px text-heat-2-ink">
        {text}
      </mark>
    ) : (
      <Fragment key={at}>{text}</Fragment>
    ),
  )
}
