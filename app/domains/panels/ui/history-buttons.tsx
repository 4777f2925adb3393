import { Redo2, Undo2 } from 'lucide-react'
import { Button } from '#app/ui/button.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useToasts } from '#app/ui/toast.tsx'
import { useShortcuts } from '#app/ui/use-shortcuts.ts'
import type { BuilderView } from '../panel-views.ts'
import { EditForm, useEditor } from './editor.tsx'

/** Undo and Redo with their keys. What a text field undoes by itself, these keys leave to it. */
export function HistoryButtons({ undo, redo }: Pick<BuilderView, 'undo' | 'redo'>) {
  const { send } = useEditor()
  const toasts = useToasts()
  const step = (intent: 'undo' | 'redo') => () => {
    if ((intent === 'undo' ? undo : redo) !== null) return send({ intent })
    toasts.show({ text: intent === 'undo' ? 'There is nothing to undo.' : 'There is nothing to do again.' })
  }
  useShortcuts([
    { keys: 'Mod+z', label: 'Undo the last edit', group: 'Edit', run: step('undo') },
    { keys: 'Mod+Shift+z', label: 'Do it again', group: 'Edit', run: step('redo') },
    { keys: 'Mod+y', label: 'Do it again', group: 'Edit', run: step('redo') },
  ])
  return (
    <>
      {undo ? (
        <EditForm fields={{ intent: 'undo' }}>
          <Button type="submit" title={`Undo: ${undo}`} aria-keyshortcuts="Control+Z Meta+Z">
            <Undo2 aria-hidden /> Undo <KeyHint>Ctrl Z</KeyHint>
          </Button>
        </EditForm>
      ) : null}
      {redo ? (
        <EditForm fields={{ intent: 'redo' }}>
          <Button
            type="submit"
            title={`Redo: ${redo}`}
            aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z Control+Y"
          >
            <Redo2 aria-hidden /> Redo <KeyHint>Ctrl Y</KeyHint>
          </Button>
        </EditForm>
      ) : null}
    </>
  )
}

/** A key on a button, for those who have a keyboard and the room. */
function KeyHint({ children }: { children: string }) {
  return (
    <span aria-hidden className="ml-0.5 hidden xl:pointer-fine:inline">
      <Kbd>{children}</Kbd>
    </span>
  )
}
