const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** How long ago something was, as people say it: "just now", "12 minutes ago", "3 hours ago", "yesterday". */
export function sinceWords(atMs: number, now: number): string {
  const ago = Math.max(0, now - atMs)
  if (ago < 2 * minuteMs) return 'just now'
  if (ago < hourMs) return `${Math.floor(ago / minuteMs)} minutes ago`
  if (ago < dayMs) return counted(Math.floor(ago / hourMs), 'hour')
  return counted(Math.floor(ago / dayMs), 'day')
}

function counted(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'} ago`
}
