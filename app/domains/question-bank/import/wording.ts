/** What a piece of text reads like. Each test looks at a bounded part of it, so that no text makes it slow. */

const questionMark = /[?？؟\u037e]["”’»“')\]*_]*$/u
const imperatives =
  /^(tell|describe|explain|walk|give|imagine|suppose|share|discuss|name|list|compare|contrast|talk|define|outline|think of|sketch|design|beschreiben|erklären|erzählen|nennen|schildern|stellen sie|décrivez|expliquez|parlez|racontez|donnez|imaginez|describa|explique|explica|cuéntame|cuénteme|háblame|hábleme|descrivi|descriva|descreva|beschrijf|vertel)(?=[\s,])/iu

/** Whether it can be asked as it stands: it ends as a question, or asks to tell or describe something. */
export function isAsked(text: string): boolean {
  const line = text.trim()
  if (line.length > 1500) return false
  if (questionMark.test(line.slice(-12))) return true
  return line.length >= 15 && imperatives.test(line.slice(0, 40))
}

const whyAsked =
  /\b(?:asks?|asked|asking) (?:you )?(?:this|the|such a|these) (?:interview )?question|\b(?:employers|interviewers?|recruiters|hiring managers?|companies) (?:may |might |often |usually |sometimes |will )?(?:asks?|wants?|needs?|looks?|likes?|uses?)\b|\bthis question (?:helps|tests|assesses|evaluates|shows|reveals|lets|gauges|is (?:meant|designed|asked|intended))|\b(?:purpose|goal|aim|point|intent) of (?:this|the) question|\bmit dieser frage\b|\bcette question (?:permet|sert|vise)|\besta pregunta (?:ayuda|permite|sirve|busca|evalúa)|\bquesta domanda (?:serve|aiuta|permette)/iu

/** Whether a paragraph says why a question is asked. */
export function isReasonForAsking(text: string): boolean {
  return whyAsked.test(text.slice(0, 240))
}

const adviceOpening =
  /^(?:in|for|with) your (?:answer|response|reply)\b|^when (?:you answer|answering|responding)\b|^to answer (?:this|well)\b|^(?:a|the) (?:good|strong|great|best|ideal) (?:answer|response|candidate)\b|^your (?:answer|response) should\b|^in ihrer antwort\b|^dans votre réponse\b|^en su respuesta\b|^en tu respuesta\b/iu

/** Whether a sentence tells what to say in an answer. */
export function isAdvice(sentence: string): boolean {
  return adviceOpening.test(sentence.slice(0, 60))
}

const firstPerson =
  /(?<![\p{L}\p{N}])(?:i|i['’](?:m|d|ve|ll)|my|me|mine|myself|we|our|us|ich|mein\p{L}{0,2}|mir|mich|wir|unser\p{L}{0,2}|je|j['’]\p{L}+|mon|ma|mes|moi|nous|notre|yo|mi|mis|me|nosotros|nuestr\p{L}{1,2}|io|mio|mia|noi|eu|meu|minha|nós|ik|mijn|wij)(?![\p{L}\p{N}])/giu
const secondPerson =
  /(?<![\p{L}\p{N}])(?:you|you['’](?:re|ve|ll|d)|your|yours|yourself|du|dein\p{L}{0,2}|vous|votre|vos|usted|ustedes|tú|tus|tuo|tua|você|jij|jouw)(?![\p{L}\p{N}])/giu
const inStages = /^\(?(?:s|situation)\s?[:)–-].{10,600}?\b(?:t|task)\s?[:)–-]/isu

/** How often a text speaks as the one who tells, and how often to the one who reads. */
export function countPersons(text: string): { first: number; second: number } {
  const part = text.slice(0, 4000)
  return {
    first: part.match(firstPerson)?.length ?? 0,
    second: part.match(secondPerson)?.length ?? 0,
  }
}

/** Whether a text is told as situation, task, action and result. */
export function isToldInStages(text: string): boolean {
  return inStages.test(text.slice(0, 800))
}

const sentenceEnd = /(?<=[.!?。！？…])["”’»)]?\s+(?=["“„«(]?[\p{Lu}\p{N}\p{Lo}])/gu

/** The sentences of a paragraph, each with where it begins. */
export function splitSentences(text: string): { text: string; at: number }[] {
  const sentences: { text: string; at: number }[] = []
  let at = 0
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length
    sentences.push({ text: text.slice(at, end).trim(), at })
    at = end
  }
  if (at < text.length) sentences.push({ text: text.slice(at).trim(), at })
  return sentences
}

const quotePairs = ['""', '“”', '„“', '«»', '»«', '‘’', '”“', '””', '"”', '“"']

/** Without the marks of Markdown around it, the quotation marks around the whole of it, and doubled spaces. */
export function tidy(text: string): string {
  let tidied = text.replace(/[ \t\u00a0\r]+/g, ' ').trim()
  for (const mark of ['***', '**', '__', '*', '_', '`']) {
    const inner = tidied.slice(mark.length, -mark.length)
    if (
      tidied.length > 2 * mark.length &&
      tidied.startsWith(mark) &&
      tidied.endsWith(mark) &&
      !inner.includes(mark)
    )
      tidied = inner.trim()
  }
  const pair = `${tidied.slice(0, 1)}${tidied.slice(-1)}`
  if (tidied.length > 2 && quotePairs.includes(pair)) {
    const inner = tidied.slice(1, -1)
    if (!inner.includes(pair.slice(0, 1)) || pair.slice(0, 1) !== pair.slice(1)) tidied = inner.trim()
  }
  return tidied
}

/** The question that stands in quotation marks within a line, as in: Answer this: “…?” */
export function findQuotedQuestion(text: string): string | undefined {
  if (text.length > 1500) return undefined
  const match = /["“„«]([^"“”„«»]{8,}?[?？؟])["”“»]/u.exec(text)
  return match?.[1]?.trim()
}
