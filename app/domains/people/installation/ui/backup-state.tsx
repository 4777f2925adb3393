import { TriangleAlert } from 'lucide-react'
import { Moment } from '#app/ui/moment.tsx'
import { Note } from '#app/ui/note.tsx'
import type { InstallationView } from '../installation-view.ts'

/** What is wrong with the backups or the disk; nothing when all is well. */
export function BackupState({ failure, isLow, free, aheadCount, isDemo }: InstallationView) {
  return (
    <div className="mt-4 grid max-w-measure gap-2 empty:hidden">
      {failure ? (
        <Note tone="stop" icon={TriangleAlert} title="The last backup failed">
          <Moment when={failure.when} />: {failure.reason}{' '}
          {isDemo ? null : 'The older ones are untouched. Panelist goes on trying.'}
        </Note>
      ) : null}
      {isLow ? (
        <Note icon={TriangleAlert} title={`Only ${free} are free on the disk`}>
          When nothing is left, nobody can save. Make room soon.
        </Note>
      ) : null}
      {aheadCount > 0 ? (
        <Note icon={TriangleAlert} title={`${aheadCount} dated ahead of the clock`}>
          The clock of this machine was or is wrong. Nobody can say how old these backups are, so Panelist
          does not delete them: delete them yourself once the others are good.
        </Note>
      ) : null}
      {isDemo ? (
        <Note tone="calm" title="The demo makes no backups by itself">
          An installation of your own makes one every hour.
        </Note>
      ) : null}
    </div>
  )
}
