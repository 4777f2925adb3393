import { integer, text } from 'drizzle-orm/sqlite-core'

/** A primary key made by us (uuid v7, or the name of a piece of shipped content). */
export const id = () => text().primaryKey()

/** A moment: integer milliseconds since 1970, UTC. */
export const atMs = () => integer()

/** Stored JSON; whoever reads it states the type it was written with. */
export const json = <T>() => text({ mode: 'json' }).$type<T>()
