import type { NextFunction, Request, Response } from 'express'
import { paths } from '#app/paths.ts'
import { answerInWords } from './answer.server.ts'

const mebibyte = 1_048_576
const largestBody = 2 * mebibyte
const largestUpload = 6 * mebibyte

/** Remix reads bodies without a limit, so an undeclared or too large one never reaches it. */
export function limitBody(request: Request, response: Response, next: NextFunction): void {
  const declared = request.headers['content-length']
  if (declared === undefined) {
    if (request.headers['transfer-encoding'] === undefined) next()
    else answerInWords(request, response, 411)
    return
  }
  const isUpload = request.path.startsWith(paths.importCandidates())
  const limit = isUpload ? largestUpload : largestBody
  if (Number(declared) > limit) {
    answerInWords(
      request,
      response,
      413,
      `This is larger than ${limit / mebibyte} MB. Send it in several parts.`,
    )
    return
  }
  next()
}

/** An address with broken escapes would throw inside every router behind this. */
export function refuseBadUrl(request: Request, response: Response, next: NextFunction): void {
  try {
    decodeURIComponent(request.path)
    next()
  } catch {
    answerInWords(request, response, 400)
  }
}
