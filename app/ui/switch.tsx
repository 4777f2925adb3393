import type { ComponentProps, ReactNode } from 'react'

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role' | 'className'> & { label: ReactNode }

/** For what takes effect at once ("Hide ratings"); a form that is sent has a CheckboxField. */
export function Switch({ label, ...control }: SwitchProps) {
  return (
    <label className="inline-flex min-h-6 items-center gap-2 text-dense pointer-coarse:min-h-11">
      <input
        {...control}
        type="checkbox"
        role="switch"
        className="relative h-[18px] w-[30px] flex-none appearance-none rounded-full! border-[1.5px] border-line-2 bg-surface after:absolute after:top-[1.5px] after:left-[2px] after:size-3 after:rounded-full after:bg-line-2 after:transition-[left] after:content-[''] checked:border-accent checked:bg-accent checked:after:left-[13px] checked:after:bg-on-accent"
      />
      {label}
    </label>
  )
}
