const units = ['kB', 'MB', 'GB', 'TB'] as const

/** A size as people say it: '12 kB', '1.4 MB', '250 GB'; a thousand of each make the next. */
export function formatBytes(bytes: number): string {
  let amount = bytes / 1000
  let unit: string = units[0]
  for (const larger of units.slice(1)) {
    if (amount <= 999) break
    amount /= 1000
    unit = larger
  }
  return `${amount < 10 && unit !== 'kB' ? amount.toFixed(1) : Math.ceil(amount)} ${unit}`
}
