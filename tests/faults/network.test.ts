import { expect, onTestFinished, test } from 'vitest'
import { closeDatabase, openDatabase } from '#db/client.server.ts'
import { howMany, report } from '#tests/support/faults.ts'
import { planInstallation } from '#tests/support/plan-installation.ts'
import { kill, startProcess } from '#tests/support/process.ts'
import { startProxy } from '#tests/support/proxy.ts'
import { addTypists, expectSaves, startTyping } from '#tests/support/typing.ts'

test(
  'with a network that loses every fourth answer after the server committed, retries apply each operation once',
  { timeout: 60_000 + howMany.operations * 100 },
  async () => {
    const here = await planInstallation()
    const typists = await addTypists(here.settings)
    const child = await startProcess(here.settings, here.url)
    const proxy = await startProxy(here.port, { throwAway: (answer) => answer % 4 === 1 })
    onTestFinished(proxy.close)
    const typing = startTyping(proxy.url, typists, { operations: howMany.operations })
    await typing.done
    await kill(child)

    expect(typing.acknowledged.size).toBe(howMany.operations)
    // Each lost answer cost exactly one more request, and a quarter of all answers were lost.
    expect(typing.sent()).toBe(howMany.operations + proxy.resets())
    expect(proxy.resets()).toBe(Math.floor((typing.sent() + 2) / 4))
    const db = openDatabase(here.databaseFile)
    const counts = expectSaves(db, typists, typing.acknowledged)
    closeDatabase(db)
    expect(counts.applied).toBe(howMany.operations)
    report('a quarter of the answers lost', { resets: proxy.resets(), sent: typing.sent(), ...counts })
  },
)
