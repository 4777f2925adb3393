import { Monitor, Moon, Sun } from 'lucide-react'
import { useId, useState } from 'react'
import { type Theme, themes } from './theme.ts'

const looks = {
  system: { icon: Monitor, label: 'As the system' },
  light: { icon: Sun, label: 'Light' },
  dark: { icon: Moon, label: 'Dark' },
}

function applyTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  const age = theme === 'system' ? 0 : 31_536_000
  document.cookie = `theme=${theme}; Path=/; Max-Age=${age}; SameSite=Lax`
}

/** Three small choices; `theme` is what the server read from the cookie. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const [chosen, setChosen] = useState(theme)
  const name = useId()
  return (
    <fieldset className="flex w-fit items-center gap-0.5 rounded-md border border-line-2 bg-surface p-0.5 narrow:flex-col">
      <legend className="sr-only">Light or dark</legend>
      {themes.map((option) => {
        const { icon: Icon, label } = looks[option]
        return (
          <label
            key={option}
            title={label}
            className="relative grid h-6 w-7 place-items-center rounded-sm text-ink-2 hover:bg-hover has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:size-10"
          >
            <input
              type="radio"
              name={name}
              aria-label={label}
              checked={chosen === option}
              onChange={() => {
                setChosen(option)
                applyTheme(option)
              }}
              className="absolute inset-0 appearance-none outline-none"
            />
            <Icon aria-hidden className="size-3.5!" />
          </label>
        )
      })}
    </fieldset>
  )
}
