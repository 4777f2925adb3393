import { expect, test } from 'vitest'
import { loggablePath } from './request-log.server.ts'

test.each([
  ['/guest/K7QM2-RXD9H-VT4BN', '/guest/…'],
  ['/guest/K7QM2-RXD9H-VT4BN.data?_routes=x', '/guest/…'],
  ['/Guest/K7QM2-RXD9H-VT4BN/', '/guest/…'],
  ['//guest//K7QM2-RXD9H-VT4BN', '/guest/…'],
  ['/./guest/./K7QM2-RXD9H-VT4BN', '/guest/…'],
  ['/x/../guest/K7QM2-RXD9H-VT4BN', '/guest/…'],
  ['/guest\\K7QM2-RXD9H-VT4BN', '/guest/…'],
  ['/%67uest%2FK7QM2-RXD9H-VT4BN', '/guest/…'],
  ['/guest/%K7QM2-RXD9H-VT4BN', '/guest/…'],
  ['/invit%61tions/secret', '/invitations/…'],
  ['/reset/secret', '/reset/…'],
  ['/guest?code=K7QM2', '/guest'],
  ['/sessions/1/guests', '/sessions/1/guests'],
  ['/questions/caf%C3%A9', '/questions/caf%C3%A9'],
])('however the address %s is spelled, its line in the log holds no secret', (url, line) => {
  expect(loggablePath(url)).toBe(line)
})
