import { connect, createServer, type Server, type Socket } from 'node:net'

export type Proxy = {
  url: string
  /** From now on nothing gets through, until `mend`. */
  cut: () => Promise<void>
  mend: () => Promise<void>
  /** Whether the requests of `begins` get lost on the way to the server, all others arriving. */
  lose: (isLost: boolean) => void
  /** How many answers were thrown away after the server had sent them. */
  resets: () => number
  close: () => Promise<void>
}

/**
 * A bad network between a browser and a server of this machine, on TCP alone.
 * @param given `throwAway` decides, for each answer to a request whose first line begins so, whether it gets lost
 */
export async function startProxy(
  targetPort: number,
  given: { begins?: string; throwAway?: (answer: number) => boolean } = {},
): Promise<Proxy> {
  const { begins = 'POST /api/operations', throwAway = () => false } = given
  const sockets = new Set<Socket>()
  let answers = 0
  let resets = 0
  let isLosing = false

  function pass(client: Socket): void {
    const server = connect(targetPort, '127.0.0.1')
    let isAwaited = false
    for (const socket of [client, server]) {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      socket.on('error', () => undefined)
    }
    client.on('data', (bytes) => {
      if (bytes.toString('latin1').startsWith(begins)) {
        if (isLosing) {
          client.resetAndDestroy()
          return
        }
        isAwaited = true
      }
      server.write(bytes)
    })
    server.on('data', (bytes) => {
      if (isAwaited && throwAway(answers++)) {
        resets++
        client.resetAndDestroy()
        server.destroy()
        return
      }
      isAwaited = false
      client.write(bytes)
    })
    client.on('close', () => server.destroy())
    server.on('close', () => client.destroy())
  }

  let listener: Server
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      listener = createServer(pass).listen(port, '127.0.0.1', () => {
        const address = listener.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
  const cut = () =>
    new Promise<void>((resolve) => {
      listener.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  const port = await listen(0)
  return {
    url: `http://localhost:${port}`,
    cut,
    lose: (isLost) => void (isLosing = isLost),
    mend: async () => void (await listen(port)),
    resets: () => resets,
    close: cut,
  }
}
