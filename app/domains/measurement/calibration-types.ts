/** How the spread of each part of a rating is found. `integrated` averages over what the ratings leave open. */
export type CalibrationModel = 'integrated' | 'reml' | 'fixed'

/** The parts of a rating beside the mean of its competency and what is left over. */
export const calibrationTerms = ['candidate', 'competency', 'halo', 'severity'] as const
export type CalibrationTerm = (typeof calibrationTerms)[number]

/** One rating, or one mean of ratings, that an interviewer gave a candidate in a competency. Several are averaged first. */
export type CalibrationRating = {
  candidate: string
  interviewer: string
  competency: string
  /** In points of the scale; any real number. */
  rating: number
}

/** Standard deviations in points of the scale; null for a part that the model leaves out. */
export type SpreadOf<T = number | null> = {
  candidate: T
  candidateCompetency: T
  halo: T
  severity: T
  residual: T
}

export type CalibrationInput = {
  ratings: readonly CalibrationRating[]
  model: CalibrationModel
  /** Without it: all four, and `candidate` and `severity` where there is one competency. */
  terms?: readonly CalibrationTerm[]
  /** Weights of competencies, any positive numbers; without it every competency counts the same. */
  weights?: readonly { competency: string; weight: number }[]
  /** What a must-have asks for, in points of the scale. */
  bars?: readonly { competency: string; bar: number }[]
  /** Distance from the lowest level of the scale to the highest; without it 3, or that of the ratings when it is more. */
  range?: number
  /** For the model `fixed`: a deviation for each part of the model. */
  sd?: Partial<SpreadOf<number>>
}

/** A mean with its standard deviation and the bounds that hold it nine times in ten. */
export type Estimate = { mean: number; sd: number; q05: number; q95: number }

export type CompetencyEstimate = Estimate & {
  competency: string
  /** The mean of what was given; null when nobody rated the candidate here: then the estimate is a guess from the rest. */
  raw: number | null
  /** The probability of reaching the bar; null without a bar. */
  reachesBar: number | null
}

export type CandidateEstimate = Estimate & {
  id: string
  /** The weighted mean of the competencies that were rated; null when no competency that counts was. */
  raw: number | null
  /** Competencies that were rated, of all that the panel rates. */
  scored: number
  wanted: number
  interviewers: number
  /** Place in `groups`. */
  group: number
  /** 1 for the leading tier of the group. */
  tier: number
  competencies: CompetencyEstimate[]
}

export type InterviewerEstimate = {
  id: string
  /** Positive is stricter than the panel, in points of the scale. */
  severity: number
  sd: number
  q05: number
  q95: number
  candidates: number
  /** Other interviewers who rated one of the same candidates. */
  coRaters: number
}

/** The probability that a stands above b. */
export type PairProbability = { a: string; b: string; p: number }

/** What can be said of how well interviewers agree, and by which formula. */
export type PanelAgreement =
  | {
      kind: 'estimated'
      formula: string
      value: number
      /** Nine times in ten; null where the model gives none. */
      q05: number | null
      q95: number | null
    }
  | { kind: 'too few to say' | 'no variation' }

/** Reliability of a candidate's score from this many interviewers. */
export type ReliabilityStep = { interviewers: number; value: number; q05: number; q95: number }

export type Calibration = {
  model: CalibrationModel
  terms: CalibrationTerm[]
  /** Ratings after those of one interviewer, candidate and competency were averaged. */
  n: number
  /**
   * Anything but `estimated` means that estimates are the means of what was given, without deviations or tiers that say anything:
   * every rating of a competency is the same, or `reml` has no more ratings than competencies.
   */
  condition: 'estimated' | 'no variation' | 'too few ratings' | 'no ratings'
  competencyMeans: { competency: string; mean: number }[]
  sd: SpreadOf
  /** −2 log of the restricted likelihood; null for `integrated`, and where it is not defined. */
  remlCriterion: number | null
  /** By group, then from the highest mean to the lowest. */
  candidates: CandidateEstimate[]
  /** By id: this is no ranking. */
  interviewers: InterviewerEstimate[]
  /** Within groups: all of them up to 200 candidates, beyond that the neighbours in order. */
  pairs: PairProbability[]
  /** Candidates connected by shared interviewers; between groups there is no order without an assumption. */
  groups: string[][]
  agreement: PanelAgreement
  reliability: {
    /** The median number of interviewers of a candidate. */
    usual: number
    steps: ReliabilityStep[]
  } | null
}
