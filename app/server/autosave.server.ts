import express, { type Request, type Response, type Router } from 'express'
import { operationsSchema } from '#app/domains/scorecards/field.schema.ts'
import { createSaver, type Saver } from '#app/domains/scorecards/group-commit.server.ts'
import { canEver } from '#app/domains/people/access.ts'
import { findSignedIn, hasGuestCookie } from '#app/domains/people/sign-in.server.ts'
import type { Services } from '#app/lib/services.ts'
import { paths } from '#app/paths.ts'
import { isBusy, isDiskFull } from '#db/sqlite-code.ts'

const largestBody = '2mb'

/**
 * The endpoint that live scorecards save to. It stands before Remix because routing through Remix costs more than
 * SQLite does; the origin guard and the body limits stand before it.
 * @param given another way to commit, for a benchmark that compares them
 */
export function autosave(services: Services, given?: Saver): Router {
  const save =
    given ?? createSaver(services, (error) => services.log.error({ err: error }, 'an operation broke'))
  const router = express.Router()

  async function saveOperations(request: Request, response: Response): Promise<void> {
    const user = findSignedIn(request.headers.cookie ?? null, services)
    if (!user && hasGuestCookie(request.headers.cookie ?? null, services)) {
      response.status(403).json({ message: 'your guest access has ended. What was saved before is kept' })
      return
    }
    if (!user) {
      response.status(401).json({ message: 'You are signed out. Sign in, then what you typed is saved.' })
      return
    }
    if (!canEver(user.access, 'scorecard.fill') && !canEver(user.access, 'scorecard.transcribe')) {
      response.status(403).json({ message: 'Your access does not allow filling scorecards.' })
      return
    }
    const parsed = operationsSchema.safeParse(request.body)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      const place = issue?.path.join('.') ?? ''
      response.status(400).json({ message: `This is not a list of saves. ${place}: ${issue?.message ?? ''}` })
      return
    }
    const { personId } = parsed.data
    if (personId !== undefined && personId !== user.id) {
      response.status(409).json({ message: 'Somebody else typed this. Nothing was saved in your name.' })
      return
    }
    const answers = await save(user, parsed.data.operations)
    const isMissing = answers.every((answer) => answer.outcome === 'not-found')
    response.status(isMissing ? 404 : 200).json({ answers })
  }

  router.post(
    paths.operations(),
    express.json({ limit: largestBody, type: () => true }),
    (request, response) => {
      saveOperations(request, response).catch((error: unknown) => {
        services.log.error({ err: error, requestId: response.locals.requestId }, 'save failed')
        const isFull = isDiskFull(error)
        response.status(isFull ? 507 : isBusy(error) ? 503 : 500).json({
          message: isFull
            ? 'The server’s disk is full. What you type stays in this page; tell the administrator, who can make room at once by deleting the file “ballast” in Panelist’s data folder.'
            : 'The server could not save. What you type stays in this page and is tried again.',
        })
      })
    },
  )
  router.all(paths.operations(), (_request, response) => {
    response.status(405).setHeader('Allow', 'POST').json({ message: 'Saves are sent with POST.' })
  })
  router.use(paths.operations(), answerBadBody)
  return router
}

/** Express hands errors to functions of four arguments. */
function answerBadBody(
  error: unknown,
  _request: Request,
  response: Response,
  next: (error: unknown) => void,
): void {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  if (status === 413) response.status(413).json({ message: 'Too much at once. Send fewer saves together.' })
  else if (typeof status === 'number' && status >= 400 && status < 500) {
    response.status(400).json({ message: 'This is not JSON.' })
  } else next(error)
}
