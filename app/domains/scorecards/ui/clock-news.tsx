import { useEffect } from 'react'
import { useToasts } from '#app/ui/toast.tsx'

/** Says that somebody's other device or page drives the clock too; `count` grows each time. */
export function ClockNews({ count }: { count: number }) {
  const { show } = useToasts()
  useEffect(() => {
    if (count === 0) return
    show({
      text: 'Another device or page changed the clock too. The time that ran longer stands: look at it.',
    })
  }, [count, show])
  return null
}
