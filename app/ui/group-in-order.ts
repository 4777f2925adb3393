/** Items under their group's name, groups in the order of their first item. */
export function groupInOrder<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): [name: string, items: Item[]][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item])
  return [...groups]
}
