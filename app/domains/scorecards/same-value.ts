/** Whether a posted value says what is stored; an untouched field posts as empty. */
export function isSame(stored: unknown, posted: unknown): boolean {
  const plain = (value: unknown) =>
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
      ? 'null'
      : JSON.stringify(Array.isArray(value) ? [...value].sort() : value)
  return plain(stored) === plain(posted)
}
