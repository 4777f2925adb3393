/** A question of the bank that could be asked beside the plan. */
export type CardBankHit = {
  id: string
  title: string
  prompt: string
  competencyName: string
  minutes: number
  /** "C Failure in production" when another interview of this panel asks it. */
  askedIn: string | null
}

export type CardBankSearch = { hits: CardBankHit[]; total: number }
