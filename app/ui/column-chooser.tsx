import type { RowData } from '@tanstack/react-table'
import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { buttonClass } from './button-class.ts'
import { Checkbox } from './checkbox-field.tsx'
import type { AppColumnOf, AppTable } from './use-app-table.ts'

type ColumnChooserProps<Data extends RowData> = {
  table: AppTable<Data>
  /** Columns can be kept in view beside the row's name, too, and put in another order. */
  hasPins?: boolean | undefined
}

/** Which columns show, and in which order: a sheet of tick boxes that opens without JavaScript. */
export function ColumnChooser<Data extends RowData>({ table, hasPins }: ColumnChooserProps<Data>) {
  const id = useId()
  const sheet = useRef<HTMLFieldSetElement>(null)
  const moved = useRef<{ id: string; by: number } | null>(null)
  const columns = table.getAllLeafColumns().filter((column) => column.getCanHide())
  const ids = columns.map((column) => column.id)
  const shown = columns.filter((column) => column.getIsVisible()).length
  const anchor = `--columns-${id.replaceAll(/\W/g, '')}`
  const order = ids.join(',')
  useEffect(() => {
    const { current } = moved
    moved.current = null
    if (!current) return
    // The browser lets go of what is moved in the page; at the end of the list only the way back is left.
    const buttons = [1, -1].map((side) =>
      sheet.current?.querySelector<HTMLButtonElement>(
        `[data-moves="${CSS.escape(current.id)}"][data-by="${current.by * side}"]:not(:disabled)`,
      ),
    )
    buttons.find(Boolean)?.focus()
  }, [order])

  function move(column: string, by: number) {
    const from = ids.indexOf(column)
    const others = ids.filter((one) => one !== column)
    moved.current = { id: column, by }
    table.setColumnOrder([...others.slice(0, from + by), column, ...others.slice(from + by)])
  }
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={buttonClass({ size: 'small' })}
        style={{ anchorName: anchor }}
      >
        <Columns3 aria-hidden />
        Columns {shown} of {columns.length}
      </button>
      <fieldset
        ref={sheet}
        id={id}
        popover="auto"
        style={{
          positionAnchor: anchor,
          positionArea: 'bottom span-left',
          positionTryFallbacks: 'flip-block',
          margin: '4px 0',
        }}
        className="max-h-[min(32rem,70dvh)] overflow-y-auto rounded-md border border-line bg-surface p-3 text-ink shadow-float"
      >
        <legend className="sr-only">Columns shown</legend>
        {columns.map((column, at) => (
          <div key={column.id} className="flex items-start justify-between gap-4">
            <Checkbox
              label={nameOf(column)}
              checked={column.getIsVisible()}
              onChange={column.getToggleVisibilityHandler()}
            />
            {hasPins ? (
              <span className="flex gap-1">
                {([-1, 1] as const).map((by) => (
                  <button
                    key={by}
                    type="button"
                    data-moves={column.id}
                    data-by={by}
                    disabled={by < 0 ? at === 0 : at === columns.length - 1}
                    aria-label={`Move ${nameOf(column)} ${by < 0 ? 'earlier' : 'later'}`}
                    title={by < 0 ? 'Earlier' : 'Later'}
                    onClick={() => move(column.id, by)}
                    className={buttonClass({ size: 'small', variant: 'quiet' })}
                  >
                    {by < 0 ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
                  </button>
                ))}
                {column.getCanPin() ? <PinButton column={column} /> : null}
              </span>
            ) : null}
          </div>
        ))}
      </fieldset>
    </>
  )
}

function PinButton<Data extends RowData>({ column }: { column: AppColumnOf<Data> }) {
  const isPinned = column.getIsPinned() === 'start'
  return (
    <button
      type="button"
      aria-pressed={isPinned}
      aria-label={`Pin ${nameOf(column)}`}
      title={isPinned ? 'Let it scroll again' : 'Keep it in view'}
      onClick={() => column.pin(isPinned ? false : 'start')}
      className={buttonClass({ size: 'small', variant: isPinned ? 'primary' : 'quiet' })}
    >
      {isPinned ? 'Pinned' : 'Pin'}
    </button>
  )
}

function nameOf<Data extends RowData>({ columnDef, id }: AppColumnOf<Data>): string {
  return columnDef.meta?.name ?? (typeof columnDef.header === 'string' ? columnDef.header : id)
}
