import { Search } from 'lucide-react'
import { useState, type ReactNode } from 'react'
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
} from 'react-aria-components'
import type { AddedQuestion } from '#app/domains/scorecards/added-question.ts'
import type { LiveItem } from '#app/domains/scorecards/live/live-items.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useBankSearch, type BankSearch } from './use-bank-search.ts'

type FindQuestionProps = {
  scorecardId: string
  items: readonly LiveItem[]
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onGo: (id: string) => void
  onAdd: (question: AddedQuestion) => void
}

/** Finds a question of this card, or something to ask beside the plan: from the bank, or in one's own words. */
export function FindQuestion(props: FindQuestionProps) {
  const { isOpen, onOpenChange } = props
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-40 flex h-dvh items-start justify-center bg-[#1b1a1766] p-4 sm:pt-[10vh] print:hidden"
    >
      <Modal className="flex max-h-full w-full max-w-180 flex-col rounded-md bg-surface text-ink shadow-float sm:max-h-[75dvh]">
        <Dialog aria-label="Questions" className="flex min-h-0 flex-col outline-none">
          <Finder {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Finder({ scorecardId, items, onOpenChange, onGo, onAdd }: FindQuestionProps) {
  const [text, setText] = useState('')
  const bank = useBankSearch(scorecardId, text)
  const here = items.filter((item) => hasWords(`${item.title} ${item.prompt}`, text))
  const hits = bank.kind === 'found' ? bank.hits : []

  function choose(key: string): void {
    onOpenChange(false)
    const hit = hits.find((entry) => key === `bank:${entry.id}`)
    if (hit) onAdd({ title: hit.title, prompt: hit.prompt, bankQuestionId: hit.id })
    else if (key === 'own') onAdd({ title: '', prompt: text.trim(), bankQuestionId: null })
    else onGo(key.slice('go:'.length))
  }

  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <TextField
        aria-label="A question of this card or of the bank, or your own"
        autoFocus
        maxLength={2000}
        className="flex items-center gap-2.5 border-b border-line px-4 text-ink-2"
      >
        <Search aria-hidden />
        <Input
          placeholder="A question of this card or of the bank, or your own"
          className="h-12 min-w-0 flex-1 bg-transparent text-ink outline-none"
        />
        <Kbd>Esc</Kbd>
      </TextField>
      <Menu
        aria-label="Questions found"
        className="min-h-0 overflow-y-auto p-2 outline-none"
        onAction={(key) => choose(String(key))}
        renderEmptyState={() => (
          <p className="px-2 py-3 text-dense text-ink-2">No question of this card has these words.</p>
        )}
      >
        {here.length > 0 ? (
          <FoundSection title="On this card">
            {here.map((item) => (
              <Found
                key={item.id}
                id={`go:${item.id}`}
                title={`${item.label}  ${item.title}`}
                prompt={item.prompt}
              />
            ))}
          </FoundSection>
        ) : null}
        {text.trim() === '' ? null : (
          <FoundSection title="In your own words, counted in no score">
            <Found id="own" title={`Ask: ${text.trim()}`} />
          </FoundSection>
        )}
        {hits.length > 0 ? (
          <FoundSection title={`${bankWords(bank)}, counted in no score`}>
            {hits.map((hit) => (
              <Found
                key={hit.id}
                id={`bank:${hit.id}`}
                title={hit.title}
                detail={
                  hit.askedIn === null
                    ? `${hit.competencyName}, ${hit.minutes} min`
                    : `asked in ${hit.askedIn}`
                }
                prompt={hit.prompt}
              />
            ))}
          </FoundSection>
        ) : null}
      </Menu>
      <p role="status" className="border-t border-line px-4 py-2 text-dense text-ink-2">
        {bankWords(bank)}
      </p>
    </Autocomplete>
  )
}

function bankWords(bank: BankSearch): string {
  switch (bank.kind) {
    case 'idle':
      return 'Type to search the bank too. A question beside the plan is kept and shown, and counted in no score.'
    case 'closed':
      return 'You ask in your own words here; the bank is not open to guests.'
    case 'failed':
      return 'The bank cannot be reached now. Your own words work without it.'
    case 'found':
      return bank.total === 0
        ? 'The bank has nothing for these words'
        : bank.total > bank.hits.length
          ? `From the bank, the first ${bank.hits.length} of ${bank.total}`
          : `From the bank, ${bank.total}`
  }
}

function FoundSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <MenuSection aria-label={title}>
      <Header className="px-2 pt-2 pb-1 text-label text-ink-2">{title}</Header>
      {children}
    </MenuSection>
  )
}

type FoundProps = { id: string; title: string; detail?: string; prompt?: string }

function Found({ id, title, detail, prompt }: FoundProps) {
  return (
    <MenuItem
      id={id}
      textValue={title}
      className="block cursor-pointer rounded-sm px-2 py-1.5 outline-none data-focused:bg-accent-soft data-focused:outline-2 data-focused:-outline-offset-2 data-focused:outline-accent"
    >
      <span className="flex flex-wrap items-baseline gap-x-3">
        <b className="min-w-0 font-semibold wrap-anywhere">{title}</b>
        {detail ? <span className="ml-auto text-dense text-ink-2">{detail}</span> : null}
      </span>
      {prompt ? <span className="line-clamp-2 text-dense text-ink-2">{prompt}</span> : null}
    </MenuItem>
  )
}

function hasWords(text: string, typed: string): boolean {
  const lower = text.toLocaleLowerCase('en')
  return typed
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .every((word) => lower.includes(word))
}
