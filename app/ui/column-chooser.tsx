import type { RowData } from '@tanstack/react-table'
import { Columns3 } from 'lucide-react'
import { useId } from 'react'
import { buttonClass } from './button-class.ts'
import { Checkbox } from './checkbox-field.tsx'
import type { AppTable } from './use-app-table.ts'

type ColumnChooserProps<Data extends RowData> = {
  table: AppTable<Data>
  /** Columns can be kept in view beside the row's name, too. */
  hasPins?: boolean | undefined
}

/** Which columns show: a sheet of tick boxes that opens without JavaScript. */
export function ColumnChooser<Data extends RowData>({ table, hasPins }: ColumnChooserProps<Data>) {
  const id = useId()
  const columns = table.getAllLeafColumns().filter((column) => column.getCanHide())
  const shown = columns.filter((column) => column.getIsVisible()).length
  const anchor = `--columns-${id.replaceAll(/\W/g, '')}`
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
        id={id}
        popover="auto"
        style={{
          positionAnchor: anchor,
          positionArea: 'bottom span-left',
          positionTryFallbacks: 'flip-block',
          margin: '4px 0',
        }}
        className="max-h-80 overflow-y-auto rounded-md border border-line bg-surface p-3 text-ink shadow-float"
      >
        <legend className="sr-only">Columns shown</legend>
        {columns.map((column) => {
          const name = column.columnDef.meta?.name ?? headerWords(column.columnDef.header, column.id)
          const isPinned = column.getIsPinned() === 'start'
          return (
            <div key={column.id} className="flex items-start justify-between gap-4">
              <Checkbox
                label={name}
                checked={column.getIsVisible()}
                onChange={column.getToggleVisibilityHandler()}
              />
              {hasPins && column.getCanPin() ? (
                <button
                  type="button"
                  aria-pressed={isPinned}
                  aria-label={`Pin ${name}`}
                  title={isPinned ? 'Let it scroll again' : 'Keep it in view'}
                  onClick={() => column.pin(isPinned ? false : 'start')}
                  className={buttonClass({ size: 'small', variant: isPinned ? 'primary' : 'quiet' })}
                >
                  {isPinned ? 'Pinned' : 'Pin'}
                </button>
              ) : null}
            </div>
          )
        })}
      </fieldset>
    </>
  )
}

function headerWords(header: unknown, id: string): string {
  return typeof header === 'string' ? header : id
}
