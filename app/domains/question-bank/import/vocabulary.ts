import type { Difficulty, QuestionKind } from '#rubrics/content.schema.ts'

/** What the text behind a label is about; `other` is known and left out. */
export type Field =
  | 'question'
  | 'difficulty'
  | 'kind'
  | 'topic'
  | 'intent'
  | 'description'
  | 'answer'
  | 'evaluates'
  | 'howToEvaluate'
  | 'probes'
  | 'other'

const labels: Record<Field, string> = {
  question:
    'question|interview question|q|prompt|question text|ask|we ask|frage|interviewfrage|pregunta|domanda|pergunta|vraag|fråga',
  difficulty:
    'difficulty|difficulty level|level|question difficulty|seniority|schwierigkeit|schwierigkeitsgrad|difficulté|niveau|niveau de difficulté|dificultad|nivel|difficoltà|dificuldade|moeilijkheid',
  kind: 'type|kind|question type|kind of question|type of question|art|fragetyp',
  topic:
    'topic|category|competency|competence|competencies|primary competency|skill|area|theme|section|subject|thema|kategorie|kompetenz|bereich|catégorie|compétence|thème|tema|categoría|competencia',
  intent:
    'intent|intention|purpose|why we ask|why we ask it|why we ask this|why ask|why ask this|why ask this question|why it matters|why employers ask|why employers ask this|why interviewers ask|why interviewers ask this|why this question|why they ask|what employers look for|what interviewers look for|what we look for|what the interviewer looks for|what the interviewer wants to know|what they want to know|rationale|reason|reason for asking|goal|aim|objective|absicht|zweck|ziel|warum wir fragen|warum diese frage|but|objectif|pourquoi cette question|objetivo|intención|por qué preguntamos|por qué esta pregunta|scopo|doel',
  description:
    'description|context|background|scenario|situation|details|explanation|beschreibung|kontext|erklärung|descripción|contexto|contexte|descrizione',
  answer:
    'answer|a|sample answer|sample response|example answer|answer example|example response|example|model answer|model response|suggested answer|suggested response|ideal answer|good answer|possible answer|expected answer|reference answer|our answer|response|solution|antwort|musterantwort|beispielantwort|mögliche antwort|réponse|exemple de réponse|réponse type|réponse modèle|respuesta|respuesta de ejemplo|ejemplo de respuesta|respuesta modelo|risposta|esempio di risposta|resposta|antwoord|voorbeeldantwoord|svar',
  evaluates:
    'what it evaluates|what this evaluates|what this question evaluates|evaluates|what it assesses|what this assesses|what this question assesses|assesses|what it tests|what this tests|tests|what it measures|measures|skills assessed|skills tested|what is evaluated|what is assessed|was wird bewertet|was bewertet wird|was die frage prüft|ce que cela évalue|ce qui est évalué|qué evalúa|lo que evalúa|cosa valuta',
  howToEvaluate:
    'how to evaluate|how to evaluate it|how to evaluate answers|how to evaluate the answer|how to assess|how to assess it|how to assess answers|how to score|how to score it|how to rate|scoring|scoring guide|evaluation|evaluation criteria|assessment criteria|criteria|what to look for|what to listen for|look for|listen for|listen out for|what a good answer has|what a good answer looks like|strong answer|a strong answer|great answer|excellent answer|what a strong answer has|what strong answers have|what good looks like|key points|green flags|good signs|strong signals|how to answer|so bewerten|bewertung|bewertungskriterien|worauf achten|comment évaluer|critères d évaluation|à écouter|cómo evaluar|cómo evaluarlo|criterios de evaluación|come valutare|criteri di valutazione',
  probes:
    'follow up|follow ups|follow up question|follow up questions|probe|probes|probing questions|further questions|nachfragen|nachfrage|rückfragen|questions de suivi|preguntas de seguimiento',
  other:
    'tip|tips|advice|note|notes|time|minutes|duration|tags|tag|role|roles|job|red flags|weak answer|weak signals|bad answer|poor answer|author|date|source|id|no|number|title|last updated|updated',
}

const fieldByLabel = new Map<string, Field>(
  (Object.keys(labels) as Field[]).flatMap((field) =>
    labels[field].split('|').map((words) => [words, field] as const),
  ),
)

/** Words in small letters with single spaces, without marks, signs and a number at the end. */
export function comparableWords(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’'‘`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** What a label or a heading of a column stands for. */
export function findField(label: string): Field | undefined {
  const words = comparableWords(label)
  return fieldByLabel.get(words) ?? fieldByLabel.get(words.replace(/ ?\d{1,4}$/, ''))
}

const difficultyWords: Record<Difficulty, string> = {
  easy: 'easy|simple|basic|beginner|beginners|entry|entry level|junior|low|warm up|leicht|einfach|facile|débutant|fácil|bajo|baixa|eenvoudig|makkelijk|1',
  medium:
    'medium|moderate|intermediate|mid|mid level|middle|normal|average|mittel|mittelschwer|moyen|moyenne|intermédiaire|media|medio|média|intermedio|gemiddeld|2',
  hard: 'hard|difficult|advanced|expert|senior|high|challenging|tough|schwer|schwierig|difficile|avancé|difícil|alto|alta|avanzado|moeilijk|3',
}
const difficultyByWord = new Map<string, Difficulty>(
  (Object.keys(difficultyWords) as Difficulty[]).flatMap((level) =>
    difficultyWords[level].split('|').map((word) => [word, level] as const),
  ),
)

/** The difficulty that a document names in its own words. */
export function findDifficulty(text: string): Difficulty | undefined {
  return difficultyByWord.get(comparableWords(text))
}

const kindWords: Record<QuestionKind, string> = {
  technical: 'technical|technical question|knowledge|technisch|technique|técnica|tecnica',
  situational:
    'situational|situation|hypothetical|scenario|case|situativ|situationnelle|situacional|situazionale',
  behavioural:
    'behavioural|behavioral|behaviour|behavior|experience|star|verhalten|comportementale|conductual|comportamental',
  motivation: 'motivation|motivational|fit|culture|culture fit|motivationsfrage|motivación|motivazione',
}
const kindByWord = new Map<string, QuestionKind>(
  (Object.keys(kindWords) as QuestionKind[]).flatMap((kind) =>
    kindWords[kind].split('|').map((word) => [word, kind] as const),
  ),
)

/** The kind of question that a document names in its own words. */
export function findKind(text: string): QuestionKind | undefined {
  return kindByWord.get(comparableWords(text))
}

const bracketed = [/^[([]([^()[\]]{3,20})[)\]]\s*[:.–—-]?\s*/u, /\s*[([]([^()[\]]{3,20})[)\]]$/u]
const longestBracketed = 2000

/** A difficulty in brackets at the beginning or the end of a question, and the text without it. */
export function splitDifficulty(text: string): { text: string; difficulty: Difficulty | null } {
  if (text.length > longestBracketed) return { text, difficulty: null }
  for (const pattern of bracketed) {
    const match = pattern.exec(text)
    const difficulty = findDifficulty(match?.[1] ?? '')
    if (match && difficulty !== undefined) return { text: text.replace(match[0], '').trim(), difficulty }
  }
  return { text, difficulty: null }
}
