import type { NextFunction, Request, Response } from 'express'
import { paths } from '#app/paths.ts'
import { answerInWords } from './answer.server.ts'

const mebibyte = 1_048_576
const largestBody = 2 * mebibyte
/** A preview of questions or ratings sends the document once more, with what was said about each part of it. */
const largest: Readonly<Record<string, number>> = {
  [paths.importCandidates()]: 6 * mebibyte,
  [paths.bankFiles()]: 6 * mebibyte,
  [paths.importQuestions()]: 16 * mebibyte,
  [paths.importRound()]: 16 * mebibyte,
  [paths.importForms()]: 24 * mebibyte,
}

/** Remix reads bodies without a limit, so an undeclared or too large one never reaches it. */
export function limitBody(request: Request, response: Response, next: NextFunction): void {
  const declared = request.headers['content-length']
  if (declared === undefined) {
    if (request.headers['transfer-encoding'] === undefined) next()
    else answerInWords(request, response, 411)
    return
  }
  // Forms that scripts send carry the ending .data.
  const limit = largest[request.path.replace(/\/$|\.data$/, '')] ?? largestBody
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

/** Addresses that would throw inside every router behind this, and `_data`, a way in that our pages do not use. */
export function refuseBadUrl(request: Request, response: Response, next: NextFunction): void {
  const query = request.originalUrl.split('?')[1] ?? ''
  const isGood =
    request.originalUrl.startsWith('/') &&
    isDecodable(request.path) &&
    !new URLSearchParams(query).has('_data')
  if (isGood) next()
  else answerInWords(request, response, 400)
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}
