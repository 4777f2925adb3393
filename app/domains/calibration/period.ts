export const periods = ['quarter', 'year', 'all'] as const
export type Period = (typeof periods)[number]

export const periodWords: Record<Period, string> = {
  quarter: '3 months',
  year: '12 months',
  all: 'All',
}

const dayMs = 86_400_000

/** The earliest moment of a period; null for all of time. */
export function startOfPeriod(period: Period, now: number): number | null {
  switch (period) {
    case 'quarter':
      return now - 92 * dayMs
    case 'year':
      return now - 366 * dayMs
    case 'all':
      return null
  }
}
