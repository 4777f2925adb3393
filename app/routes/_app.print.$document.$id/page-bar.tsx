import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react'
import { Button } from '#app/ui/button.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'

type PageBarProps = {
  number: number
  count: number
  onTurn: (number: number) => void
  /** 1 is as wide as there is room. */
  zoom: number
  onZoom: (zoom: number) => void
}

const zooms = [0.5, 0.75, 1, 1.5, 2, 3]

/** Turns pages, and makes them larger or smaller. */
export function PageBar({ number, count, onTurn, zoom, onZoom }: PageBarProps) {
  const at = zooms.indexOf(zoom)
  const [smaller, larger] = [zooms[at - 1], zooms[at + 1]]
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-dense">
      <div className="flex items-center gap-2">
        <IconButton
          type="button"
          label="Page before"
          icon={ChevronLeft}
          disabled={number === 1}
          onClick={() => onTurn(number - 1)}
        />
        <label className="flex items-center gap-1.5 whitespace-nowrap">
          Page
          <select
            value={number}
            onChange={(event) => onTurn(Number(event.target.value))}
            className="h-target rounded-sm border border-line-2 bg-surface px-1.5 tabular-nums"
          >
            {Array.from({ length: count }, (_, i) => (
              <option key={i} value={i + 1}>
                {i + 1}
              </option>
            ))}
          </select>
          of {count}
        </label>
        <IconButton
          type="button"
          label="Next page"
          icon={ChevronRight}
          disabled={number === count}
          onClick={() => onTurn(number + 1)}
        />
      </div>
      <div className="flex items-center gap-2">
        <IconButton
          type="button"
          label="Smaller"
          icon={ZoomOut}
          disabled={smaller === undefined}
          onClick={() => onZoom(smaller ?? zoom)}
        />
        <Button type="button" disabled={zoom === 1} onClick={() => onZoom(1)}>
          Fit width
        </Button>
        <IconButton
          type="button"
          label="Larger"
          icon={ZoomIn}
          disabled={larger === undefined}
          onClick={() => onZoom(larger ?? zoom)}
        />
      </div>
    </div>
  )
}
