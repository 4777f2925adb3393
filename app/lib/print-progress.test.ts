import { expect, test } from 'vitest'
import { readProgress, streamProgress } from './print-progress.ts'

const pdf = new Uint8Array(Array.from({ length: 5_000 }, (_, i) => i % 256))
const never = () => {
  throw new Error('nothing to explain')
}

/** The same stream in pieces of so many bytes, as a network delivers it. */
async function inPieces(
  stream: ReadableStream<Uint8Array>,
  size: number,
): Promise<ReadableStream<Uint8Array>> {
  const all = new Uint8Array(await new Response(stream).arrayBuffer())
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < all.length; at += size) controller.enqueue(all.slice(at, at + size))
      controller.close()
    },
  })
}

test.each([1, 7, 100, 100_000])(
  'in pieces of %i bytes the steps and the document arrive whole',
  async (size) => {
    const stream = streamProgress((onStep) => {
      for (const percent of [20, 60]) onStep(percent)
      return Promise.resolve(pdf)
    }, never)
    const steps: number[] = []
    const read = await readProgress(await inPieces(stream, size), (percent) => steps.push(percent))
    expect(steps).toEqual([0, 20, 60])
    expect(Buffer.compare(read, pdf)).toBe(0)
  },
)

test('a failure arrives in words', async () => {
  const stream = streamProgress(
    () => Promise.reject(new Error('thread')),
    () => 'Try again later.',
  )
  await expect(readProgress(stream, () => undefined)).rejects.toThrow('Try again later.')
})

test('a failure that has no words breaks the answer off', async () => {
  const bug = new Error('bug')
  const stream = streamProgress(
    () => Promise.reject(bug),
    () => {
      throw bug
    },
  )
  await expect(readProgress(stream, () => undefined)).rejects.toThrow('bug')
})

test('a connection that ends too soon is no document', async () => {
  const whole = await inPieces(
    streamProgress(() => Promise.resolve(pdf), never),
    1_000,
  )
  const cut = whole.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        controller.enqueue(piece)
        controller.terminate()
      },
    }),
  )
  await expect(readProgress(cut, () => undefined)).rejects.toThrow('The connection ended')
})
