/** Accepting this alone asks the address of a document for what the page before printing says of it. */
export const factsType = 'application/json'

/** Accepting this asks the address of a document for lines that tell how far it is, and then for the document. */
export const progressType = 'application/vnd.panelist.progress'

/** A line of JSON; after `bytes` come as many bytes of the document. */
export type ProgressLine = { percent: number } | { bytes: number } | { failed: string }

/**
 * How far a document is, and then the document, as one answer: whoever leaves stops the work, and the server keeps no list of it.
 * @param make gives the document, and tells its per cent
 * @param explain words for a failure; throws what is none
 */
export function streamProgress(
  make: (onStep: (percent: number) => void) => Promise<Uint8Array>,
  explain: (error: unknown) => string,
): ReadableStream<Uint8Array> {
  let isLeft = false
  return new ReadableStream({
    cancel() {
      isLeft = true
    },
    async start(controller) {
      function tell(line: ProgressLine): void {
        if (!isLeft) controller.enqueue(encode(line))
      }
      try {
        // At once, so that the browser knows that somebody works on it.
        tell({ percent: 0 })
        const pdf = await make((percent) => tell({ percent }))
        if (isLeft) return
        tell({ bytes: pdf.byteLength })
        controller.enqueue(pdf)
        controller.close()
      } catch (error) {
        try {
          tell({ failed: explain(error) })
          if (!isLeft) controller.close()
        } catch (unexplained) {
          controller.error(unexplained)
        }
      }
    },
  })
}

function encode(line: ProgressLine): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(line)}\n`)
}

/**
 * Reads what `streamProgress` wrote.
 * @param onStep told the per cent
 * @returns the document
 * @throws an Error in words when it was not made, or when the connection ended before its end
 */
export async function readProgress(
  stream: ReadableStream<Uint8Array>,
  onStep: (percent: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader()
  let unread: Uint8Array = new Uint8Array()
  let rest: { pdf: Uint8Array<ArrayBuffer>; filled: number } | undefined
  for (;;) {
    const { value, done } = await reader.read()
    if (done) throw new Error('The connection ended before the document was whole. Try again.')
    unread = unread.length === 0 ? value : join(unread, value)
    while (!rest) {
      const end = unread.indexOf(10)
      if (end < 0) break
      const line: ProgressLine = JSON.parse(new TextDecoder().decode(unread.subarray(0, end)))
      unread = unread.subarray(end + 1)
      if ('failed' in line) throw new Error(line.failed)
      if ('percent' in line) onStep(line.percent)
      else rest = { pdf: new Uint8Array(line.bytes), filled: 0 }
    }
    if (!rest) continue
    rest.pdf.set(unread, rest.filled)
    rest.filled += unread.length
    unread = new Uint8Array()
    if (rest.filled >= rest.pdf.length) return rest.pdf
  }
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
