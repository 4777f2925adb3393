import { View } from '@react-pdf/renderer'
import type { ComponentProps, ComponentType, ReactNode } from 'react'
import type { SpotName } from '#app/documents/press/spots.ts'

type SpotProps = {
  spot: SpotName | undefined
  style?: ComponentProps<typeof View>['style']
  children?: ReactNode
}

// why: a view keeps every property that it is given; the types name only those that react-pdf looks at.
const MarkedView = View as unknown as ComponentType<SpotProps>

/** A place on paper that a form to fill on screen puts a field on; a plain view everywhere else. */
export function Spot({ spot, style, children }: SpotProps) {
  return (
    <MarkedView spot={spot} style={style}>
      {children}
    </MarkedView>
  )
}
