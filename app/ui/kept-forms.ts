/** A form on this page that keeps what is typed into it. */
type OpenForm = { keep: () => void; letGo: () => void }

const openForms = new Set<OpenForm>()

// Each key holds the person, so that nobody else's words are ever put into a form.
const prefixOf = (personId: string) => `panelist-kept-${personId}-`

/** Where a form of a person is kept in this tab. */
export function keptFormKey(of: { personId: string; name: string }): string {
  return prefixOf(of.personId) + of.name
}

/** Counts a form among those that are open; returns what ends it. */
export function addOpenForm(form: OpenForm): () => void {
  openForms.add(form)
  return () => openForms.delete(form)
}

/** Whether this tab keeps words of a person that the server has not got. */
export function hasKeptForms(personId: string): boolean {
  for (const form of openForms) form.keep()
  return listKeys(personId).length > 0
}

/** Takes every form of a person out of this tab; those on the page keep nothing any more. */
export function dropKeptForms(personId: string): void {
  for (const form of openForms) form.letGo()
  for (const key of listKeys(personId)) storeKept(key, null)
}

// A browser may refuse storage; then a form works as it does without.
function listKeys(personId: string): string[] {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(prefixOf(personId)))
  } catch {
    return []
  }
}

/** What is kept under a key. */
export function loadKept(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps a text under a key; null takes it away. */
export function storeKept(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, text)
  } catch {
    // why: the words stay in the form, which is all that can be done
  }
}
