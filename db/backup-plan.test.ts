import { expect, test } from 'vitest'
import {
  findLastDeletion,
  hourMs,
  nameBackup,
  parseBackupName,
  planBackups,
  type Backup,
  type BackupKind,
} from './backup-plan.ts'

const dayMs = 24 * hourMs
/** A Saturday. */
const now = Date.UTC(2026, 10, 21, 7, 46, 3)

function backup(atMs: number, kind: BackupKind = 'hourly'): Backup {
  return { name: nameBackup(kind, atMs), kind, atMs }
}

/** A backup every hour for so many hours up to `until`. */
function hourly(hours: number, until = now): Backup[] {
  return Array.from({ length: hours }, (_, i) => backup(until - i * hourMs))
}

/** What is left when the plan is carried out after every hour, as the server does it. */
function run(from: number, to: number, before: readonly Backup[] = []): Backup[] {
  let held = [...before]
  for (let atMs = from; atMs <= to; atMs += hourMs) {
    const plan = planBackups([...held, backup(atMs)], atMs)
    held = [...plan.keep, ...plan.ahead]
  }
  return held
}

const stamps = (backups: readonly Backup[]) => backups.map(({ name }) => name.slice(0, 13))

test('a name says time and kind, and is read back', () => {
  expect(nameBackup('hourly', now)).toBe('2026-11-21T07-46-03Z-hourly.db')
  expect(parseBackupName('2026-11-21T07-46-03Z-upgrade.db')).toEqual(backup(now, 'upgrade'))
})

test.each([
  'panelist.db',
  '2026-11-21T07-46-03Z-hourly.db.partial',
  '2026-11-21T07-46-03Z-hourly.db-wal',
  '2026-11-21T07-46-03Z-other.db',
  '2026-13-45T07-46-03Z-hourly.db',
  '../2026-11-21T07-46-03Z-hourly.db',
  'copy of 2026-11-21T07-46-03Z-hourly.db',
])('%s is no backup, so that nothing deletes or restores it', (name) => {
  expect(parseBackupName(name)).toBeUndefined()
})

test.each([
  ['there is none', [], true],
  ['the newest is an hour old', [backup(now - hourMs)], true],
  ['the newest is younger than an hour', [backup(now - hourMs + 1), backup(now - dayMs)], false],
  ['somebody made one by hand just now', [backup(now - 1000, 'manual')], false],
  ['the only one is dated ahead of the clock', [backup(now + dayMs)], true],
] as const)('when %s, a backup is due: %s', (_, backups, isDue) => {
  expect(planBackups(backups, now).isDue).toBe(isDue)
})

test('after months there are 24 hours, 7 days and 4 weeks, and nothing older', () => {
  const held = run(now - 200 * dayMs, now)
  expect(held.slice(0, 24).map(({ atMs }) => now - atMs)).toEqual(hourly(24).map(({ atMs }) => now - atMs))
  expect(stamps(held.slice(24))).toEqual([
    // The last of each earlier day; that of the 20th is among the hourly ones.
    '2026-11-19T23',
    '2026-11-18T23',
    '2026-11-17T23',
    '2026-11-16T23',
    '2026-11-15T23',
    // The last of each earlier week, a Sunday; that of the 15th stands above.
    '2026-11-08T23',
    '2026-11-01T23',
  ])
})

test('a pause does not count: what was there before it stays', () => {
  const before = run(now - 200 * dayMs, now - 60 * dayMs)
  const plan = planBackups([backup(now), ...before], now)
  expect(plan.delete.length).toBeLessThan(4)
  expect(plan.keep.length).toBeGreaterThan(28)
})

test('the newest is kept however old it is, and whatever kind', () => {
  for (const kind of ['hourly', 'manual', 'upgrade'] as const) {
    const only = backup(now - 3000 * dayMs, kind)
    expect(planBackups([only], now)).toMatchObject({ keep: [only], delete: [] })
  }
})

test('a clock that leaps twenty years ahead deletes almost nothing', () => {
  const before = run(now - 40 * dayMs, now)
  const later = now + 20 * 365 * dayMs
  const plan = planBackups([backup(later), ...before], later)
  expect(plan.delete.length).toBeLessThan(3)
})

test('after the clock was set back, a backup is due at once and those ahead of it stay', () => {
  const before = run(now - 40 * dayMs, now)
  const back = now - 365 * dayMs
  expect(planBackups(before, back)).toMatchObject({ isDue: true, keep: [], delete: [] })
  const held = run(back, back + 60 * dayMs, before)
  expect(planBackups(held, back + 60 * dayMs).ahead).toHaveLength(before.length)
})

test('after the clock was set back by an hour, the hour that comes twice is covered', () => {
  const held = hourly(30)
  const back = now - hourMs
  expect(planBackups(held, back).isDue).toBe(false)
  expect(planBackups(held, back).delete.map(({ atMs }) => atMs)).not.toContain(now)
})

test('summer time ends and begins without a gap or two backups of one name', () => {
  const zone = process.env.TZ
  process.env.TZ = 'Europe/London'
  try {
    for (const change of [Date.UTC(2026, 9, 25, 1), Date.UTC(2026, 2, 29, 1)]) {
      const held = run(change - 12 * hourMs, change + 11 * hourMs)
      expect(held).toHaveLength(24)
      expect(new Set(held.map(({ name }) => name)).size).toBe(24)
      for (const item of held) expect(parseBackupName(item.name)).toEqual(item)
    }
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
})

test('three are kept from before upgrades, and those made by hand, while younger than the oldest weekly one', () => {
  const rounds = run(now - 100 * dayMs, now)
  const upgrades = [1, 5, 9, 12, 80].map((age) => backup(now - age * dayMs, 'upgrade'))
  const manual = [2, 15, 90].map((age) => backup(now - age * dayMs - 1000, 'manual'))
  const { keep } = planBackups([...rounds, ...upgrades, ...manual], now)
  const agesOf = (kind: BackupKind) =>
    keep.filter((item) => item.kind === kind).map(({ atMs }) => Math.floor((now - atMs) / dayMs))
  expect(agesOf('upgrade')).toEqual([1, 5, 9])
  expect(agesOf('manual')).toEqual([2, 15])
})

test('the earlier of two backups in one hour goes once there is an hour of others', () => {
  const twice = backup(now - 5 * 60_000)
  expect(planBackups([backup(now), twice], now).delete).toEqual([twice])
})

test('what is erased now has left the last backup within four weeks, and the day is known', () => {
  const held = run(now - 200 * dayMs, now)
  const goneAtMs = findLastDeletion(held, now)
  // The last of the week to 15 November stays until four later weeks have one.
  expect(new Date(goneAtMs).toISOString().slice(0, 10)).toBe('2026-12-07')
  const names = new Set(held.map(({ name }) => name))
  const isHeldAt = (atMs: number) => run(now + hourMs, atMs, held).some(({ name }) => names.has(name))
  expect(isHeldAt(goneAtMs - 2 * hourMs)).toBe(true)
  expect(isHeldAt(goneAtMs)).toBe(false)
})

test('without backups there is nothing to wait for, and one dated far ahead is not waited for', () => {
  expect(findLastDeletion([], now)).toBe(now)
  expect(findLastDeletion([backup(now + 900 * dayMs)], now)).toBe(now)
  const soon = findLastDeletion([backup(now + 2 * dayMs)], now)
  expect(soon).toBeGreaterThan(now + 2 * dayMs)
  expect(soon).toBeLessThan(now + 40 * dayMs)
})
