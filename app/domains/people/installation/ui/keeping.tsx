import type { ReactNode } from 'react'
import { Section } from '#app/ui/section.tsx'
import type { InstallationView } from '../installation-view.ts'

function Path({ children }: { children: ReactNode }) {
  return <code className="font-mono text-dense wrap-anywhere">{children}</code>
}

/** What to know about the data: how a backup is put back, how long it is kept, what helps when the disk is full. */
export function Keeping({ view }: { view: InstallationView }) {
  const { folder, goneOn, replaced, ballast } = view
  return (
    <div>
      <Section title="Copying and restoring">
        <div className="grid max-w-measure gap-2">
          <p>
            The backups lie in <Path>{folder}</Path>, on the same disk as the database. Copy that folder to
            another machine every night; the README shows how. A backup holds everything, so there is no
            download here.
          </p>
          <p>
            To restore, stop Panelist on its machine and run <Path>npx panelist restore latest</Path>, or name
            a file. The database that is there now is kept under another name.
          </p>
          {replaced.length > 0 ? (
            <>
              <p>A restore has put these aside. They stay until you delete them:</p>
              <ul>
                {replaced.map(({ file, size }) => (
                  <li key={file}>
                    <Path>{file}</Path>, {size}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
      </Section>
      <Section title="How long backups are kept">
        <div className="grid max-w-measure gap-2">
          <p>
            The newest of each of the last 24 hours, 7 days and 4 weeks, and the last 3 from before an
            upgrade. Whatever is older than the fourth week goes, those made by hand too.
          </p>
          {goneOn === null ? null : (
            <p>
              What is erased today is still in backups: the last one that holds it is deleted on{' '}
              <b>{goneOn}</b>, if Panelist keeps running. Copies that you made elsewhere are yours to delete.
            </p>
          )}
        </div>
      </Section>
      <Section title="When the disk is full">
        <div className="grid max-w-measure gap-2">
          {ballast.isThere ? (
            <p>
              Delete <Path>{ballast.file}</Path>. It holds nothing and gives {ballast.size} at once, so that
              people can save while you make more room. Panelist makes it again at a later start.
            </p>
          ) : (
            <p>
              At a start with plenty of room Panelist makes a file of {ballast.size},{' '}
              <Path>{ballast.file}</Path>, that you can delete to have room at once. It is not there now.
            </p>
          )}
        </div>
      </Section>
    </div>
  )
}
