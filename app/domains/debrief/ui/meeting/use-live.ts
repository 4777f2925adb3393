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
 * Loads the page anew when the debrief changes: told by a stream of events, and while that fails or is held up on its way
 * by asking every five seconds. A change that was told and could not be loaded is loaded as soon as it can be.
 * @param revision the one on the page
 */
export function useLive(applicationId: string, revision: number): Live {
  const [live, setLive] = useState<Live>('starting')
  const { revalidate } = useRevalidator()
  const isNews = useEffectEvent((told: number) => told !== revision)
  const isBehind = useEffectEvent((told: number) => told > revision)
  const load = useEffectEvent(() => void revalidate())

  useEffect(() => {
    let source: EventSource | undefined
    let isStreaming = false
    let told = 0
    let collecting: ReturnType<typeof setTimeout> | undefined
    let checking: ReturnType<typeof setTimeout> | undefined
    let asking: ReturnType<typeof setTimeout> | undefined
    let isOver = false

    const askIn = (ms: number) => {
      clearTimeout(asking)
      asking = setTimeout(() => void ask(), ms)
    }
    const askNow = () => askIn(0)
    const askOnReturn = () => {
      if (document.visibilityState === 'visible') askNow()
    }
    const check = () => {
      checking = undefined
      if (isBehind(told)) loadSoon()
    }
    const loadSoon = () => {
      clearTimeout(collecting)
      collecting = setTimeout(load, collectMs)
      checking ??= setTimeout(check, askEveryMs)
    }
    const hear = (heard: number) => {
      told = heard
      if (isNews(told)) loadSoon()
    }
    const take = (event: MessageEvent<string>) => {
      clearTimeout(asking)
      asking = undefined
      isStreaming = true
      setLive('live')
      hear(Number(event.data))
      if (event.type === 'here') loadSoon()
    }
    const open = () => {
      source?.close()
      source = new EventSource(paths.debriefEvents(applicationId))
      source.addEventListener('message', take)
      source.addEventListener('here', take)
      source.addEventListener('error', () => {
        isStreaming = false
        if (asking === undefined) askNow()
      })
    }
    const ask = async () => {
      const mine = asking
      const reach = await askRevision(applicationId)
      if (isOver || asking !== mine) return
      asking = undefined
      if (reach.kind === 'closed') {
        load()
        return
      }
      if (reach.kind === 'there') {
        hear(reach.revision)
        setLive(isStreaming ? 'live' : 'asking')
        if (isStreaming) return
        if (source?.readyState === EventSource.CLOSED) open()
      } else setLive(reach.kind)
      askIn(askEveryMs)
    }
    open()
    askIn(askEveryMs)
    window.addEventListener('online', askNow)
    document.addEventListener('visibilitychange', askOnReturn)
    return () => {
      isOver = true
      source?.close()
      for (const timer of [collecting, checking, asking]) clearTimeout(timer)
      window.removeEventListener('online', askNow)
      document.removeEventListener('visibilitychange', askOnReturn)
    }
  }, [applicationId])
  return live
}
