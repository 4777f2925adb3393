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

type Starting = {
  /** A program and its arguments that run the server, such as one that traces it. */
  under?: readonly string[]
  /** More arguments for Node. */
  node?: readonly string[]
}

/** Begins to serve the finished build in a process of its own. */
export function spawnServer(
  env: Record<string, string>,
  given: Starting & { stderr?: 'pipe' } = {},
): ChildProcess {
  const script = `import('${join(root, 'build/server/index.js')}').then((build) => build.entry.module.serve(build))`
  const node = [process.execPath, ...(given.node ?? []), '-e', script]
  const [command = '', ...args] = [...(given.under ?? []), ...node]
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', given.stderr ?? 'ignore'],
  })
  started.add(child)
  return child
}

const started = new Set<ChildProcess>()

/** Ends what is still running of all that was started here, such as after a test that failed. */
export async function killStarted(): Promise<void> {
  const left = [...started]
  started.clear()
  await Promise.all(left.map((child) => (hasEnded(child) ? undefined : kill(child))))
}

/** The finished build in a process of its own, once it answers. */
export async function startProcess(
  env: Record<string, string>,
  url: string,
  given: Starting = {},
): Promise<ChildProcess> {
  const child = spawnServer(env, given)
  for (let attempt = 0; attempt < 1000; attempt++) {
    const isUp = await fetch(`${url}${paths.health()}`).then(
      (response) => response.ok,
      () => false,
    )
    if (isUp) return child
    if (hasEnded(child)) throw new Error(`the server ended instead of coming up: ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the server did not come up')
}

/** Ends a process as a power cut would, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  const gone = waitForEnd(child)
  child.kill('SIGKILL')
  await gone
}

/** Waits until a process has ended by itself, and gives what it ended with and what it wrote to its error stream. */
export async function waitForEnd(
  child: ChildProcess,
): Promise<{ code: number | null; signal: string | null; stderr: string }> {
  let stderr = ''
  child.stderr?.on('data', (bytes) => (stderr += String(bytes)))
  if (!hasEnded(child)) await new Promise((resolve) => child.once('close', resolve))
  return { code: child.exitCode, signal: child.signalCode, stderr }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
