import { useEffect, useRef, useState } from 'react'
import { progressType, readProgress } from '#app/lib/print-progress.ts'

export type Printed =
  | { state: 'making'; percent: number }
  | { state: 'ready'; file: Blob }
  | { state: 'failed'; message: string }
  | { state: 'stopped' }

const begun: Printed = { state: 'making', percent: 0 }
const offline = 'There is no connection to the server. Try again when there is.'

type Following = { printed: Printed; stop: () => void; again: () => void }

/**
 * The document at this address: how far it is, then the file. Leaving the page, or `stop`, stops the work on the server.
 * @param method POST where asking for a document is an act of its own
 */
export function usePrintedFile(path: string, method: 'GET' | 'POST'): Following {
  const [printed, setPrinted] = useState<Printed>(begun)
  const [attempt, setAttempt] = useState(1)
  const current = useRef<AbortController>(null)
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    current.current = controller
    const asked = { path, method, signal }
    fetchFile(asked, (percent) => setPrinted({ state: 'making', percent })).then(
      (file) => setPrinted({ state: 'ready', file }),
      (error: unknown) => {
        if (signal.aborted) return
        setPrinted({ state: 'failed', message: error instanceof Error ? error.message : String(error) })
      },
    )
    return () => controller.abort()
  }, [path, method, attempt])
  return {
    printed,
    stop() {
      current.current?.abort()
      setPrinted({ state: 'stopped' })
    },
    again() {
      setPrinted(begun)
      setAttempt(attempt + 1)
    },
  }
}

async function fetchFile(
  { path, method, signal }: { path: string; method: 'GET' | 'POST'; signal: AbortSignal },
  onStep: (percent: number) => void,
): Promise<Blob> {
  const headers = { Accept: progressType }
  const answer = await fetch(path, { method, headers, signal }).catch((error: unknown) => {
    throw signal.aborted ? error : new Error(offline)
  })
  if (!answer.ok || !answer.body) throw new Error(await readRefusal(answer))
  return new Blob([await readProgress(answer.body, onStep)], { type: 'application/pdf' })
}

async function readRefusal(answer: Response): Promise<string> {
  try {
    const said: unknown = await answer.json()
    if (typeof said === 'object' && said && 'message' in said) return String(said.message)
  } catch {
    // Not every refusal is ours.
  }
  return 'The document could not be made. Reload the page and try again.'
}
