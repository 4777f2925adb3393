import { Dialog } from './dialog.tsx'
import { EraseForm, type EraseFormProps } from './erase-form.tsx'

type ConfirmEraseProps = Omit<EraseFormProps, 'onKeep'> & {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** "Erase Ana Ribeiro and everything written about her?" */
  title: string
}

export function ConfirmErase({ isOpen, onOpenChange, title, ...form }: ConfirmEraseProps) {
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={title} isQuestion>
      <EraseForm {...form} onKeep={() => onOpenChange(false)} />
    </Dialog>
  )
}
