import { z } from 'zod'

/** The longest address that is kept, in UTF-16 units. */
export const maxWebAddress = 2000

const advice = 'Copy it from the browser’s address bar: it begins with https://.'

/**
 * An address that a person entered and others will open: https alone, with a host, without a name or password in it. Every
 * field for an address uses this; a browser would run `javascript:` and send `http:` for all to read.
 */
export const webAddressSchema = z
  .string({ error: `Enter an address. ${advice}` })
  .trim()
  .max(maxWebAddress, `The address has more than ${maxWebAddress.toLocaleString('en-GB')} characters.`)
  .transform((text, check) => {
    const url = URL.canParse(text) ? new URL(text) : undefined
    // A colon and two slashes written out: the parser mends `https:example.org`, which nobody copied from a browser.
    const isSafe = url?.protocol === 'https:' && /^https:\/\//i.test(text) && url.hostname.includes('.')
    if (!url || !isSafe) {
      check.addIssue(`This is not an address that others can open safely. ${advice}`)
      return z.NEVER
    }
    if (url.username !== '' || url.password !== '') {
      check.addIssue('The address has a name or password in it. Take out what stands before the @.')
      return z.NEVER
    }
    return url.href
  })
