import { useNavigate } from '@remix-run/react'
import { Search } from 'lucide-react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
  useFilter,
} from 'react-aria-components'
import type { Command } from './command.ts'
import { groupInOrder } from './group-in-order.ts'
import { Kbd } from './kbd.tsx'

type CommandPaletteProps = {
  commands: readonly Command[]
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Type a few letters, arrow keys, Enter. Loaded when it is first opened. */
export function CommandPalette({ commands, isOpen, onOpenChange }: CommandPaletteProps) {
  const navigate = useNavigate()
  const { contains } = useFilter({ sensitivity: 'base' })
  const groups = groupInOrder(commands, (command) => command.group)
  function matches(text: string, typed: string) {
    return typed.split(/\s+/).every((word) => contains(text, word))
  }
  function runCommand(id: string) {
    const command = commands.find((one) => one.id === id)
    onOpenChange(false)
    command?.onAction?.()
    if (command?.to !== undefined) void navigate(command.to)
  }
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-40 flex h-dvh items-start justify-center bg-[#1b1a1766] p-4 sm:pt-[14vh] print:hidden"
    >
      <Modal className="flex max-h-full w-full max-w-140 flex-col rounded-md bg-surface text-ink shadow-float sm:max-h-[60dvh]">
        <Dialog aria-label="Search and commands" className="flex min-h-0 flex-col outline-none">
          <Autocomplete filter={matches}>
            <TextField
              aria-label="What are you looking for?"
              autoFocus
              className="flex items-center gap-2.5 border-b border-line px-4 text-ink-2"
            >
              <Search aria-hidden />
              <Input
                placeholder="What are you looking for?"
                className="h-12 min-w-0 flex-1 bg-transparent text-ink outline-none"
              />
              <Kbd>Esc</Kbd>
            </TextField>
            <Menu
              className="min-h-0 overflow-y-auto p-2 outline-none"
              onAction={(key) => runCommand(String(key))}
              renderEmptyState={() => (
                <p className="px-2 py-3 text-dense text-ink-2">Nothing fits. Try fewer letters.</p>
              )}
            >
              {groups.map(([group, list]) => (
                <MenuSection key={group} aria-label={group}>
                  <Header className="px-2 pt-2 pb-1 text-label text-ink-2">{group}</Header>
                  {list.map(({ id, label, detail, keys }) => (
                    <MenuItem
                      key={id}
                      id={id}
                      textValue={detail ? `${label} ${detail}` : label}
                      className="flex min-h-9 cursor-pointer items-center gap-3 rounded-sm px-2 outline-none data-focused:bg-accent-soft data-focused:outline-2 data-focused:-outline-offset-2 data-focused:outline-accent pointer-coarse:min-h-11"
                    >
                      <span className="min-w-0 truncate">{label}</span>
                      {detail ? (
                        <span className="min-w-0 truncate text-dense text-ink-2">{detail}</span>
                      ) : null}
                      {keys ? (
                        <span className="ml-auto flex gap-1">
                          {keys.split(' ').map((key) => (
                            <Kbd key={key}>{key}</Kbd>
                          ))}
                        </span>
                      ) : null}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
