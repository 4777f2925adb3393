import { entryWords, type UnsentCard } from '#app/domains/scorecards/saving/unsent.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'

type ThrowAwayDialogProps = { card: UnsentCard; onKeep: () => void; onThrowAway: () => void }

/** Asks before words go of which there is no other copy. */
export function ThrowAwayDialog({ card, onKeep, onThrowAway }: ThrowAwayDialogProps) {
  return (
    <Dialog
      isOpen
      isQuestion
      title={`Throw away ${entryWords(card.entries)}?`}
      onOpenChange={(isOpen) => !isOpen && onKeep()}
    >
      <p>
        {card.title}: what you typed here is on this device only. It cannot be brought back; download it first
        if you may want it.
      </p>
      <FormActions align="end">
        <Button type="button" onClick={onKeep}>
          Keep it
        </Button>
        <Button type="button" variant="danger" onClick={onThrowAway}>
          Throw it away
        </Button>
      </FormActions>
    </Dialog>
  )
}
