const longText = 3000

/** A part of the source, as it stands there; a long one scrolls. */
export function PreviewSource({ text, label, isTaken }: { text: string; label: string; isTaken: boolean }) {
  const look = isTaken ? 'border-accent bg-accent-soft' : 'border-line-2 bg-sunken text-ink-2'
  const className = `rounded-r-md border-l-3 px-3 py-2 text-dense wrap-anywhere whitespace-pre-wrap ${look}`
  if (text.length <= longText) return <div className={className}>{text}</div>
  return (
    <div tabIndex={0} role="region" aria-label={label} className={`max-h-120 overflow-y-auto ${className}`}>
      {text}
    </div>
  )
}
