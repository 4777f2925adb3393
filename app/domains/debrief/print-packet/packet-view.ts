import {
  documentWords,
  explainExcess,
  mostChosen,
  type LeftOut,
  type PacketDocument,
  type PacketPlan,
} from './packet.ts'

/** What the page before printing shows of a packet. */
export type PacketView = Pick<PacketPlan, 'offered' | 'documents' | 'who' | 'interviewers'> & {
  /** Those who can be ticked one by one. */
  candidates: PacketPlan['candidates']
  allCount: number
  soonCount: number
  /** Documents that are bound into one file. */
  boundCount: number
  /** Forms, which only a zip holds. */
  formCount: number
  leftOut: { what: string; whom: string; why: string }[]
  /** Why it is too large, in words; of one file and of the zip. */
  excess: { file: string | null; zip: string | null }
}

/** Of a plan what its page shows. */
export function viewPacket(plan: PacketPlan): PacketView {
  const { offered, documents, who, candidates, interviewers, planned, leftOut } = plan
  const formCount = planned.filter(({ document }) => document === 'form').length
  const boundCount = planned.length - formCount
  return {
    offered,
    documents,
    who,
    interviewers: interviewers.slice(0, mostChosen),
    candidates: candidates.slice(0, mostChosen),
    allCount: candidates.length,
    soonCount: candidates.filter(({ isSoon }) => isSoon).length,
    boundCount,
    formCount,
    leftOut: leftOut.map(describeLeftOut),
    excess: { file: explainExcess(boundCount), zip: explainExcess(planned.length) },
  }
}

const mostNamed = 8

function describeLeftOut({ document, whom, why }: LeftOut): PacketView['leftOut'][number] {
  const more = whom.length - mostNamed
  const named = whom.slice(0, mostNamed).join('; ')
  return {
    what: nameDocument(document),
    whom: more > 0 ? `${named} and ${more} more` : named,
    why,
  }
}

function nameDocument(document: PacketDocument | null): string {
  return document === null ? 'Everything' : documentWords[document]
}
