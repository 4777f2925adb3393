// @ts-check
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** @typedef {{ port: number, stop: () => Promise<void> }} Running */

/** The program as `npm start` serves it. @param {string} folder @param {string} file @returns {Promise<Running & { pid: number }>} */
export async function startServer(folder, file) {
  const port = await findPort()
  const script = "import('./build/server/index.js').then((build) => build.entry.module.serve(build))"
  const env = {
    ...process.env,
    NODE_ENV: /** @type {const} */ ('production'),
    PORT: String(port),
    DATA_DIR: folder,
    DATABASE_URL: file,
    LOG_FILE: join(folder, 'log'),
  }
  const child = spawn(process.execPath, ['-e', script], { env, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  for (let isUp = false; !isUp;) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    if (child.exitCode !== null)
      throw new Error(`the server ended: ${readFileSync(join(folder, 'log'), 'utf8')}`)
    isUp = await fetch(`http://localhost:${port}/health`).then(
      (response) => response.ok,
      () => false,
    )
  }
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** @param {string[]} args @returns {Promise<{ acknowledged: number, refused: string[], latencies: number[] }>} */
export async function runLoad(args) {
  const child = spawn(process.execPath, ['tests/bench/saves-load.mjs', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  for await (const part of child.stdout) output += part
  return JSON.parse(output)
}

/** @returns {Promise<number>} */
function findPort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
