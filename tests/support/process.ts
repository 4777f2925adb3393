import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { paths } from '#app/paths.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A free port, so that the server comes back where its clients look for it. */
export function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** The finished build in a process of its own, once it answers. */
export async function startProcess(env: Record<string, string>, url: string): Promise<ChildProcess> {
  const script = `import('${join(root, 'build/server/index.js')}').then((build) => build.entry.module.serve(build))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  for (let attempt = 0; attempt < 500; attempt++) {
    const isUp = await fetch(`${url}${paths.health()}`).then(
      (response) => response.ok,
      () => false,
    )
    if (isUp) return child
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the server did not come up')
}

/** Ends a process as a power cut would, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}
