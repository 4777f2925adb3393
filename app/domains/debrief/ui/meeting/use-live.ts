import { useRevalidator } from '@remix-run/react'
import { useEffect, useEffectEvent, useState } from 'react'
import { paths } from '#app/paths.ts'
import { askRevision } from './ask-revision.ts'

/** How changes of others reach this page. */
export type Live = 'starting' | 'live' | 'asking' | 'offline' | 'signed-out'

const askEveryMs = 5000
/** Several changes at once load the page once. */
const collectMs = 40

/**
 * Loads the page anew when the debrief changes: told by a stream of events, and while that fails by asking every five
 * seconds.
 * @param revision the one on the page
 */
export function useLive(applicationId: string, revision: number): Live {
  const [live, setLive] = useState<Live>('starting')
  const { revalidate } = useRevalidator()
  const isNews = useEffectEvent((told: number) => told !== revision)
  const load = useEffectEvent(() => void revalidate())

  useEffect(() => {
    let source: EventSource | undefined
    let collecting: ReturnType<typeof setTimeout> | undefined
    let asking: ReturnType<typeof setTimeout> | undefined
    let isOver = false

    const loadSoon = () => {
      clearTimeout(collecting)
      collecting = setTimeout(load, collectMs)
    }
    const take = (event: MessageEvent<string>) => {
      clearTimeout(asking)
      asking = undefined
      setLive('live')
      if (event.type === 'here' || isNews(Number(event.data))) loadSoon()
    }
    const open = () => {
      source?.close()
      source = new EventSource(paths.debriefEvents(applicationId))
      source.addEventListener('message', take)
      source.addEventListener('here', take)
      source.addEventListener('error', () => {
        asking ??= setTimeout(() => void ask(), 0)
      })
    }
    const ask = async () => {
      const reach = await askRevision(applicationId)
      if (isOver || asking === undefined) return
      if (reach.kind === 'closed') {
        load()
        return
      }
      setLive(reach.kind === 'there' ? 'asking' : reach.kind)
      if (reach.kind === 'there') {
        if (isNews(reach.revision)) loadSoon()
        if (source?.readyState === EventSource.CLOSED) open()
      }
      asking = setTimeout(() => void ask(), askEveryMs)
    }
    open()
    return () => {
      isOver = true
      source?.close()
      clearTimeout(collecting)
      clearTimeout(asking)
    }
  }, [applicationId])
  return live
}
