/** English words that stand in any question whatever it asks, and say nothing about what two of them share. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above across after again against ago all almost along already also although always am among an and another any
  anybody anyone anything are around as at away back be became because become been before behind being below beside between
  both but by came can cannot come comes could did do does doing done down during each either else enough even ever every
  everybody everyone everything few first for from further gave get gets give gives go goes going gone got had has have having
  he her here hers him his how however i if in instead into is it its itself just keep know last least less let like made make
  makes many may me might mine more most much must my myself near need neither never next no nobody none nor not nothing now of
  off often on once one only onto or other others our ours out over own perhaps put quite rather really said same say says see
  seen shall she should since so some somebody someone something soon still such take takes tell than that the their theirs them
  themselves then there these they thing things think this those though through till to together too took toward towards two
  under until up upon us use used using very want wanted wants was way we well went were what whatever when where whether which
  while who whole whom whose why will with within without would yes yet you your yours yourself
  didn’t doesn’t don’t can’t couldn’t won’t wouldn’t isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t shouldn’t it’s that’s
  there’s what’s who’s you’re we’re they’re i’m i’ve you’ve we’ve they’ve i’d you’d we’d they’d i’ll you’ll we’ll they’ll`
    .split(/\s+/)
    .filter(Boolean),
)
