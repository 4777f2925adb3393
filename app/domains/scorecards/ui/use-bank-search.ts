import { useEffect, useState } from 'react'
import type { CardBankSearch } from '#app/domains/scorecards/card-bank.ts'
import { paths } from '#app/paths.ts'

export type BankSearch =
  | { kind: 'idle' }
  | { kind: 'failed' }
  /** This person may not read the bank. */
  | { kind: 'closed' }
  | ({ kind: 'found' } & CardBankSearch)

const typingPauseMs = 200

/** What the bank has for these words. A failure is said and breaks nothing: the interview goes on without a connection. */
export function useBankSearch(scorecardId: string, text: string): BankSearch {
  const [search, setSearch] = useState<BankSearch>({ kind: 'idle' })
  useEffect(() => {
    if (text.trim() === '') return
    const asked = new AbortController()
    const timer = setTimeout(() => {
      readBank(scorecardId, text, asked.signal).then(
        (found) => setSearch(found === null ? { kind: 'closed' } : { kind: 'found', ...found }),
        () => {
          if (!asked.signal.aborted) setSearch({ kind: 'failed' })
        },
      )
    }, typingPauseMs)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [scorecardId, text])
  return text.trim() === '' ? { kind: 'idle' } : search
}

async function readBank(
  scorecardId: string,
  text: string,
  signal: AbortSignal,
): Promise<CardBankSearch | null> {
  const response = await fetch(paths.cardBank(scorecardId, { q: text }), {
    signal,
    headers: { Accept: 'application/json' },
  })
  if (response.status === 403) return null
  if (!response.ok || response.redirected) throw new Error(`the search was refused (${response.status})`)
  // Our own endpoint states this shape; the type is shared with it.
  return (await response.json()) as CardBankSearch
}
