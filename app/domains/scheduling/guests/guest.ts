const hourMs = 3_600_000

/** How long an access lasts after the session starts, or from now when that was earlier; the second is preselected. */
export const lifetimes = [
  { hours: 12, label: '12 hours' },
  { hours: 48, label: '2 days' },
  { hours: 168, label: 'a week' },
  { hours: 336, label: 'two weeks' },
] as const
export const usualHours = 48

/** When an access ends that is given now. */
export function endOf(given: { startsAtMs: number | null; now: number; hours: number }): number {
  return Math.max(given.startsAtMs ?? given.now, given.now) + given.hours * hourMs
}

export type GuestState = 'unopened' | 'accepted' | 'expired' | 'revoked'

/** Where an access stands. */
export function stateOfGuest(
  code: {
    readonly acceptedAtMs: number | null
    readonly expiresAtMs: number
    readonly revokedAtMs: number | null
  },
  now: number,
): GuestState {
  if (code.revokedAtMs !== null) return 'revoked'
  if (code.expiresAtMs <= now) return 'expired'
  return code.acceptedAtMs === null ? 'unopened' : 'accepted'
}

/** The name that screens, kits and scorecards show: “Ines Okafor (guest, Finance)”. */
export function nameOfGuest(given: { name: string; note?: string | undefined }): string {
  return given.note === undefined ? `${given.name} (guest)` : `${given.name} (guest, ${given.note})`
}

/** A guest as the page of the session lists them. */
export type GuestView = {
  id: string
  name: string
  state: GuestState
  endsAtMs: number
  revokedAtMs: number | null
  isHandedIn: boolean
}
