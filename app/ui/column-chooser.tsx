import type { RowData } from '@tanstack/react-table'
import { Columns3 } from 'lucide-react'
import { useId } from 'react'
import { buttonClass } from './button-class.ts'
import { Checkbox } from './checkbox-field.tsx'
import type { AppTable } from './use-app-table.ts'

/** Which columns show: a sheet of tick boxes that opens without JavaScript. */
export function ColumnChooser<Data extends RowData>({ table }: { table: AppTable<Data> }) {
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
        {columns.map((column) => (
          <Checkbox
            key={column.id}
            label={column.columnDef.meta?.name ?? headerWords(column.columnDef.header, column.id)}
            checked={column.getIsVisible()}
            onChange={column.getToggleVisibilityHandler()}
          />
        ))}
      </fieldset>
    </>
  )
}

function headerWords(header: unknown, id: string): string {
  return typeof header === 'string' ? header : id
}
