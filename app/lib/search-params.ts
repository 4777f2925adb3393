/** The search of a URL with every value of each name: `?kind=a&kind=b` is `{ kind: ['a', 'b'] }`. */
export function readSearchParams(url: string): Record<string, string[]> {
  const params = new URL(url).searchParams
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]))
}
