import { offQuestion } from '#app/domains/scorecards/live/clock.ts'
import { fieldName } from '#app/domains/scorecards/field.ts'
import type { LevelView } from '#app/domains/scorecards/scorecard-view.ts'
import { recommendationKey, stateKeys } from '#app/domains/scorecards/rating-keys.ts'
import { recommendations, recommendationWords, type Rating } from '#app/domains/scorecards/scorecard.ts'
import type { Shortcut } from '#app/ui/shortcut.ts'
import { useShortcutListener, useShortcuts } from '#app/ui/use-shortcuts.ts'
import type { LiveCardModel } from './use-live-card.ts'
import type { LiveLook } from './use-live-prefs.ts'

type Keys = {
  card: LiveCardModel
  levels: readonly LevelView[]
  look: LiveLook
  go: (place: string) => void
  step: (by: number) => void
  search: () => void
  help: () => void
}

/** The keys of the live scorecard. At the review the figures choose the recommendation. */
export function useLiveKeys({ card, levels, look, go, step, search, help }: Keys): void {
  const { prefs, setPrefs, isHidden, setHidden } = look
  const { current } = card
  const evidence = current ? fieldName('evidence', current.id) : 'summary:for'
  const rate = (rating: Rating) => {
    if (current) card.rate(current.id, rating)
  }
  const moves: Shortcut[] = current
    ? [
        {
          keys: 's',
          label: 'Signals; Space ticks',
          group: 'Move',
          run: () => focusFirst(fieldName('signals', current.id)),
        },
        {
          keys: 'p',
          label: 'Probes; Space ticks',
          group: 'Move',
          run: () => focusFirst(fieldName('probes', current.id)),
        },
        { keys: 'l', label: 'Ask later', group: 'Leave the plan', run: () => card.later(current.id) },
        {
          keys: 'K',
          label: 'Ask one earlier',
          group: 'Leave the plan',
          run: () => card.move(current.id, -1),
        },
        { keys: 'J', label: 'Ask one later', group: 'Leave the plan', run: () => card.move(current.id, 1) },
      ]
    : []
  useShortcutListener()
  useShortcuts([
    ...(current ? ratingKeys(levels, rate) : recommendationKeys(card)),
    { keys: 'j', label: 'Next question', group: 'Move', run: () => step(1) },
    { keys: 'k', label: 'Question before', group: 'Move', run: () => step(-1) },
    { keys: 'ArrowRight', label: 'Next question', group: 'Move', run: () => step(1) },
    { keys: 'ArrowLeft', label: 'Question before', group: 'Move', run: () => step(-1) },
    { keys: 'r', label: 'Review and recommendation', group: 'Move', run: () => go(offQuestion) },
    {
      keys: 'w',
      label: 'Write; Esc leaves the notes',
      group: 'Move',
      run: () => document.getElementById(evidence)?.focus(),
    },
    ...moves,
    { keys: '/', label: 'Search the questions', group: 'Leave the plan', run: search },
    { keys: 't', label: 'Start or pause the clock', group: 'This page', run: card.toggleClock },
    {
      keys: 'h',
      label: isHidden ? 'Show ratings' : 'Hide ratings while the screen is shared',
      group: 'This page',
      run: () => setHidden(!isHidden),
    },
    {
      keys: 'v',
      label: prefs.view === 'one' ? 'All questions as a list' : 'One question at a time',
      group: 'This page',
      run: () => setPrefs({ ...prefs, view: prefs.view === 'one' ? 'list' : 'one' }),
    },
    { keys: '?', label: 'All keys', group: 'This page', run: help },
  ])
}

function focusFirst(groupId: string): void {
  document.getElementById(groupId)?.querySelector('input')?.focus()
}

function ratingKeys(levels: readonly LevelView[], rate: (rating: Rating) => void): Shortcut[] {
  return [
    ...levels.map((level) => ({
      keys: String(level.value),
      label: level.label,
      group: 'Rate',
      run: () => rate({ state: 'rated', level: level.value }),
    })),
    {
      keys: stateKeys['not-asked'],
      label: 'Not asked',
      group: 'Rate',
      run: () => rate({ state: 'not-asked' }),
    },
    {
      keys: stateKeys['no-evidence'],
      label: 'No evidence',
      group: 'Rate',
      run: () => rate({ state: 'no-evidence' }),
    },
  ]
}

function recommendationKeys(card: LiveCardModel): Shortcut[] {
  return recommendations.map((word) => ({
    keys: recommendationKey(word),
    label: recommendationWords[word],
    group: 'Recommend',
    run: () => card.edit('recommendation', word),
  }))
}
