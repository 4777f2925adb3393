import { and, asc, eq, exists, inArray, isNull, lte, notInArray, sql, type SQL } from 'drizzle-orm'
import { union } from 'drizzle-orm/sqlite-core'
import type { Db } from '#db/client.server.ts'
import { interview, interviewQuestion, panel } from '#db/schema/panels.ts'
import {
  competency,
  question,
  questionVersion,
  questionVersionCompetency,
  questionVersionRole,
} from '#db/schema/question-bank.ts'
import {
  matchExpression,
  minuteSteps,
  type QuestionFacets,
  type QuestionQuery,
  type QuestionRow,
} from './question-search.ts'
import type { BankQuestion, PanelUse } from './question.ts'

type Filter = Exclude<keyof QuestionQuery, 'excludeIds' | 'text'>

const columns = {
  id: question.id,
  versionId: questionVersion.id,
  number: questionVersion.number,
  createdAtMs: questionVersion.createdAtMs,
  body: questionVersion.body,
}
