/** Words of a note that deserve another look, with why. */
export type WordingRule = {
  /** Looked for in one line, without what stands in quotation marks; case does not matter. */
  pattern: RegExp
  reason: string
}

const weigh = 'must not weigh in a decision. Leave it out; write what was said about the work.'
const reasons = {
  family: `Family, marriage and parenthood ${weigh}`,
  health: `Health and disability ${weigh}`,
  age: `Age ${weigh}`,
  origin: `Origin, nationality and the way somebody speaks ${weigh}`,
  belief: `Belief and politics ${weigh}`,
  sex: `Sex, gender and orientation ${weigh}`,
  looks: `Looks ${weigh}`,
  fit: 'Nobody else can check a fit, and it favours whoever is like us. Name what was done and which competency it belongs to.',
  gut: 'A feeling that nobody else can check. Write what was said or done that gave it to you.',
  bare: 'An opinion without its ground. Write what was said or done; the rating says how good it was.',
} as const

/** Whoever the note is about; a system has no wife. */
const who = '(?:he|she|they|candidate|applicant|who)'
const whose = '(?:his|her|their|candidate’s|candidate.s|applicant’s|applicant.s)'
const person = '(?:guy|girl|lady|bloke|chap|lad|woman|man|person|fellow|human)'
const praise =
  '(?:great|good|nice|lovely|awesome|amazing|brilliant|fantastic|excellent|impressive|outstanding|smart|clever|bright|sharp|solid|strong|decent|pleasant|likeable|friendly|confident|weak|poor|bad|terrible|awful|mediocre|average|boring|arrogant|odd|weird|strange|ok|okay|fine)'
const degree = '(?:(?:a|an|very|really|so|quite|super|pretty|rather|too|extremely|just|overall|not) )*'

function words(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${source})(?![\\p{L}\\p{N}-])`, 'iu')
}

function rules(reason: string, ...sources: readonly string[]): WordingRule[] {
  return sources.map((source) => ({ pattern: words(source), reason }))
}

export const wordingRules: readonly WordingRule[] = [
  ...rules(
    reasons.family,
    'pregnan(?:t|cy)|maternity|paternity|parental leave|newly ?wed|unmarried|childless',
    'single (?:mother|mum|mom|father|dad|parent)|young (?:mother|mum|mom|father|dad|family)',
    `${whose} (?:family|kids?|children|wife|husband|marriage|divorce|baby)(?! (?:process|node|element|of|count)s?)`,
    `${who} (?:has|have|had|wants?|plans?) (?:\\w+ )?(?:kids|children|a baby|a family)(?! (?:of|process|node))`,
    `${who} (?:is|was|are|were) (?:not )?(?:married|divorced|engaged|widowed)`,
  ),
  ...rules(
    reasons.health,
    'wheelchair|autis(?:m|tic)|adhd|dyslexi[ac]|mental (?:illness|health problems?)|mentally ill|sick leave|handicapped|burn-?out',
    `${whose} (?:health|illness|disability|depression|condition|therapy|medication)(?! (?:check|endpoint|probe|race|variable)s?)`,
    `${who} (?:is|was|are|were|looks?|looked|seems?) (?:\\w+ )?(?:disabled|ill|sick|depressed|unhealthy|deaf|blind)`,
  ),
  ...rules(
    reasons.age,
    `${whose} age|(?:at|for) (?:his|her|their) age`,
    `${who} (?:is|was|are|were|looks?|looked|seems?) (?:\\w+ )?(?:old|young|elderly|mature|middle-aged)`,
    'in (?:his|her|their) (?:early |mid |late |mid-|late )?(?:\\d0s|twenties|thirties|forties|fifties|sixties)',
    `${who} (?:is|was|must be|looks?) (?:about |around |over |under |almost )?\\d\\d(?: years old)?(?=[.,;!]|$)`,
    'digital native|overqualified|near retirement|close to retirement|recent graduate energy',
  ),
  ...rules(
    reasons.origin,
    '(?:thick|strong|heavy|foreign|funny|slight|indian|russian|polish|chinese|german|french|spanish|african|eastern) accent',
    `${whose} (?:accent|nationality|ethnicity|race|skin|origin|passport|mother tongue|homeland)(?! (?:condition|header|field|code|colour)s?)`,
    'native speakers?|foreigners?|immigrants?|migrant background|refugees?|visa status',
    'with an accent|where (?:he|she|they) (?:is|are|was|were) (?:really |originally )?from',
  ),
  ...rules(
    reasons.belief,
    'muslims?|jew(?:s|ish)?|hindus?|catholics?|protestants?|atheists?|hijab|headscarf|turban|kippah|ramadan',
    `${whose} (?:religion|faith|church|mosque|temple|beliefs?|politics|political views?|union membership)`,
    `${who} (?:is|was) (?:an? )?(?:\\w+ )?(?:christian|believer|socialist|conservative|communist|feminist)`,
    `${who} (?:prays?|votes?|voted|goes to church)`,
  ),
  ...rules(
    reasons.sex,
    'gay|lesbian|homosexual|bisexual|transgender|transsexual|effeminate|(?:too |very )(?:feminine|masculine|girly|macho)',
    `for a (?:woman|girl|man|lady|female|male)(?! in the middle)|${whose} (?:gender|sexuality|orientation|boyfriend|girlfriend)`,
    'bossy|shrill|hysterical|feisty|ladylike',
  ),
  ...rules(
    reasons.looks,
    'good[- ]looking|attractive (?:guy|girl|woman|man|person)|overweight|obese|(?:well|badly|poorly)[- ]dressed|tattoos?|piercings?',
    `${whose} (?:looks|appearance|weight|clothes|outfit|haircut|figure|tattoo)`,
    `${who} (?:is|was|looks?|looked) (?:\\w+ )?(?:pretty|handsome|beautiful|ugly|fat|skinny|scruffy|cute)(?= ?(?:[.,;!]|$))`,
  ),
  ...rules(
    reasons.fit,
    'cultur(?:e|al)(?: |-)(?:fit|add|match|misfit)',
    '(?:not|isn’t|isn.t|wasn’t|wasn.t|never) (?:really )?(?:a|the) (?:good |great |right |natural )?fit(?! (?:in|into|for purpose|on|between))|no fit',
    '(?:good|great|bad|poor|perfect|right|wrong|personality|team|social) fit(?! (?:in|into|for purpose|between))',
    '(?:fits?|fitted|fit) (?:right |well )?in(?:to)? (?:with us|here|our team|the team|our group)|(?:wouldn’t|wouldn.t|won’t|won.t|would|will) fit in(?= ?(?:[.,;!]|$))',
    'one of us|like one of the team',
  ),
  ...rules(
    reasons.gut,
    'gut feel(?:ing)?|my gut|(?:good|bad|weird|off|strange) (?:vibes?|feeling about (?:him|her|them))|vibes?|no chemistry|good chemistry|(?:have|drink|grab) a beer with|just (?:a )?feeling',
    'rock ?stars?|code ninjas?|a-players?|natural leader|has the x factor|not my (?:type|kind)',
  ),
  ...rules(reasons.bare, `${praise} ${person}`),
  {
    // A whole line that holds an opinion and nothing else.
    pattern: new RegExp(
      `^(?:(?:${who}|this one|this) (?:is|was|are|were|seems?|looks?) )?${degree}${praise}(?: and ${degree}${praise})*(?: (?:candidate|answers?|interview|talk|engineer|developer|one|impression|stuff|job|communicator|overall|all round))?[.!…]*$`,
      'iu',
    ),
    reason: reasons.bare,
  },
]
