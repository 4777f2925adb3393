const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.5rem;color:#1b1a17;background:#faf9f6}a{color:#0b5a60}' +
  '@media(prefers-color-scheme:dark){body{color:#efece6;background:#171614}a{color:#7acbc5}}'

/**
 * The page for an address that cannot be reached now. It has no scripts and no colours of the design system: it is
 * made in the service worker, where nothing else is at hand.
 * @param scorecards paths of the scorecards that open without a connection
 */
export function offlinePage(scorecards: readonly string[]): string {
  const links = scorecards.map((path, i) => `<li><a href="${path}">Scorecard ${i + 1}</a></li>`).join('')
  const list = links ? `<p>These scorecards open without a connection:</p><ul>${links}</ul>` : ''
  return (
    '<!doctype html><html lang="en"><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/favicon.svg">' +
    `<title>No connection · Panelist</title><style>${style}</style>` +
    '<main><h1>No connection</h1><p>Panelist cannot be reached now. What you typed into a scorecard is saved on this ' +
    `device and is sent once there is a connection.</p>${list}<p>Load this page again to try again.</p></main></html>`
  )
}
