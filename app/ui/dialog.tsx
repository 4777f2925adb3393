import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'

export type DialogProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  /** `drawer` stands at the right edge, full height (at the bottom on phones). */
  shape?: 'card' | 'wide' | 'drawer' | undefined
  /** For questions that must be answered: no closing by a press outside, and the role alertdialog. */
  isQuestion?: boolean | undefined
  children: ReactNode
}

const shapes = {
  card: 'mx-auto my-auto w-full max-w-110 rounded-md',
  wide: 'mx-auto my-auto w-full max-w-180 rounded-md',
  drawer:
    'ml-auto h-full w-full max-w-100 border-l border-line-2 max-sm:mt-auto max-sm:h-auto max-sm:rounded-t-md',
}

/** Keeps focus inside, closes on Escape, gives focus back to what opened it. */
export function Dialog({ isOpen, onOpenChange, title, shape = 'card', isQuestion, children }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!isQuestion}
      className={classNames(
        'fixed inset-0 z-40 flex h-dvh bg-[#1b1a1766] print:hidden',
        shape === 'drawer' ? 'max-sm:flex-col' : 'p-4',
      )}
    >
      <Modal
        className={classNames('flex max-h-full flex-col bg-surface text-ink shadow-float', shapes[shape])}
      >
        <AriaDialog
          role={isQuestion ? 'alertdialog' : 'dialog'}
          className="flex min-h-0 flex-1 flex-col outline-none"
        >
          <div className="flex items-start gap-3 px-5 pt-4">
            <Heading slot="title" className="flex-1 pt-1 text-head wrap-anywhere">
              {title}
            </Heading>
            {isQuestion ? null : (
              <IconButton
                type="button"
                icon={X}
                label="Close"
                variant="quiet"
                className="-mr-2"
                onClick={() => onOpenChange(false)}
              />
            )}
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
