import type { Page } from 'playwright/test'

export type Keyboard = {
  /** Presses a key, several times if told. */
  press: (key: string, times?: number) => Promise<void>
  /** Types words, one press for each sign. */
  write: (text: string) => Promise<void>
  /** Goes on by Tab until what has the focus fits. */
  tabTo: (wanted: { name?: string; text?: RegExp }) => Promise<void>
  /** All presses so far, and how many of them wrote words. */
  count: () => { presses: number; written: number }
}

const mostTabs = 400

/** A keyboard that counts its presses, held down keys (Shift) included. */
export function countingKeyboard(page: Page): Keyboard {
  let presses = 0
  let written = 0
  async function press(key: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i++) {
      await page.keyboard.press(key)
      presses += key.split('+').filter(Boolean).length
    }
  }
  return {
    press,
    async write(text) {
      await page.keyboard.type(text)
      presses += text.length
      written += text.length
    },
    async tabTo({ name, text }) {
      for (let i = 0; i < mostTabs; i++) {
        await press('Tab')
        const focused = await page.evaluate(() => ({
          name: document.activeElement?.getAttribute('name') ?? '',
          text: document.activeElement?.textContent ?? '',
        }))
        if (name === undefined ? text?.test(focused.text) : focused.name === name) return
      }
      throw new Error(`${name ?? String(text)} is not reached by Tab`)
    },
    count: () => ({ presses, written }),
  }
}

/** Counts whatever a pointer does on any page of this tab, from the next page on. */
export async function watchPointer(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    for (const type of ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'wheel']) {
      addEventListener(
        type,
        () => sessionStorage.setItem('pointer', String(Number(sessionStorage.getItem('pointer')) + 1)),
        { capture: true, passive: true },
      )
    }
  })
  return () => page.evaluate(() => Number(sessionStorage.getItem('pointer')))
}
