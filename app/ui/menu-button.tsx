import { useNavigate } from '@remix-run/react'
import { ChevronDown, type LucideIcon } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { type ButtonLook, buttonClass } from './button-class.ts'
import { classNames } from './class-names.ts'

export type MenuEntry = {
  id: string
  label: string
  icon?: LucideIcon | undefined
  /** Goes there… */
  to?: string | undefined
  /** …or does this. */
  onAction?: (() => void) | undefined
  isDanger?: boolean | undefined
  isDisabled?: boolean | undefined
}

type MenuButtonProps = ButtonLook & {
  label: string
  icon?: LucideIcon | undefined
  /** Shows the icon only; the label stays its accessible name. */
  isIconOnly?: boolean | undefined
  entries: readonly MenuEntry[]
}

/** A button that opens a list of actions. What must work before JavaScript needs a place of its own as well. */
export function MenuButton({ label, icon: Icon, isIconOnly, entries, variant, size }: MenuButtonProps) {
  const navigate = useNavigate()
  return (
    <MenuTrigger>
      <Button
        {...(isIconOnly ? { 'aria-label': label } : {})}
        className={classNames(buttonClass({ variant, size }), isIconOnly && 'min-w-target px-1.5')}
      >
        {Icon ? <Icon aria-hidden /> : null}
        {isIconOnly ? null : (
          <>
            {label}
            <ChevronDown aria-hidden className="size-3.5! text-ink-2" />
          </>
        )}
      </Button>
      <Popover
        placement="bottom end"
        offset={4}
        className="max-h-80 min-w-44 overflow-y-auto rounded-md border border-line bg-surface p-1 shadow-float print:hidden"
      >
        <Menu className="outline-none">
          {entries.map(({ id, label: words, icon: EntryIcon, to, onAction, isDanger, isDisabled }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={words}
              isDisabled={isDisabled ?? false}
              onAction={() => {
                onAction?.()
                if (to !== undefined) void navigate(to)
              }}
              className={classNames(
                'flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 text-dense outline-none data-disabled:cursor-not-allowed data-disabled:text-ink-3 data-focused:bg-hover data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-accent pointer-coarse:min-h-11',
                isDanger && 'text-red',
              )}
            >
              {EntryIcon ? <EntryIcon aria-hidden /> : null}
              {words}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
