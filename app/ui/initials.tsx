import { initials } from './nav-item.ts'

/** A ring with a person's letters; the name itself must stand beside it or be its title. */
export function Initials({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="grid size-7 flex-none place-items-center rounded-full border border-line-2 bg-surface text-label leading-none font-semibold text-ink"
    >
      {initials(name)}
    </span>
  )
}
