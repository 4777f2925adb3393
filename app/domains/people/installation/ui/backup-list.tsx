import { Disclosure } from '#app/ui/disclosure.tsx'
import { Moment } from '#app/ui/moment.tsx'
import type { BackupLine } from '../installation-view.ts'

const shownCount = 6

/** The backups, the newest first, with the names they have in the folder; older ones are folded away. */
export function BackupList({ backups }: { backups: readonly BackupLine[] }) {
  const older = backups.slice(shownCount)
  return (
    <>
      <Lines backups={backups.slice(0, shownCount)} />
      {older.length > 0 ? (
        <Disclosure title={older.length === 1 ? '1 older backup' : `${older.length} older backups`}>
          <Lines backups={older} />
        </Disclosure>
      ) : null}
    </>
  )
}

function Lines({ backups }: { backups: readonly BackupLine[] }) {
  return (
    <ul className="max-w-180">
      {backups.map((backup) => (
        <li
          key={backup.name}
          className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2"
        >
          <div className="min-w-0 flex-1 basis-60">
            <p>
              <Moment when={backup.when} />
              {backup.isAhead ? <span className="text-amber">, dated ahead of the clock</span> : null}
            </p>
            <p className="font-mono text-label wrap-anywhere text-ink-2">{backup.name}</p>
          </div>
          <p className="flex gap-4 text-dense text-ink-2">
            {backup.kindWords}
            <span className="min-w-14 text-right tabular-nums">{backup.size}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
