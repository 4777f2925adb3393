import { formLimits, type FileFault } from './form-file.ts'

/** Why a form is not taken; the words say what to do instead. */
export type Refusal =
  FileFault | 'foreign' | 'altered' | 'newer' | 'outdated' | 'not-yours' | 'submitted' | 'erased' | 'twice'

const words: Record<Refusal, string> = {
  'not-pdf': 'This is not a PDF. Bring back the form itself, as it was saved in the PDF viewer.',
  empty: 'This file is empty. Save the form once more in the PDF viewer.',
  damaged: 'This PDF is damaged and cannot be read. Save the form once more, or send it anew.',
  encrypted: 'This PDF is locked with a password. Save it without one, then bring it back.',
  flattened:
    'This PDF has no fields left: it was printed to PDF or flattened. Bring back the form as it was saved (“Save”, not “Print”), or type it in like a paper card.',
  'not-a-form': 'This PDF has fields, but it is no scorecard of Panelist.',
  'too-large': `This file is larger than a scorecard can be (${formLimits.fileBytes / 1_048_576} MB).`,
  'too-many-pages': `This PDF has more than ${formLimits.pages} pages, which no scorecard has.`,
  'too-long':
    'Reading this PDF took too long, so it was left. Save the form once more in another PDF viewer.',
  busy: 'Many forms are being read right now. Choose this one again in half a minute.',
  foreign: 'This form was made by another installation of Panelist. Bring it back there.',
  altered:
    'This form was altered beyond its fields: what says where it belongs does not fit, or fields are missing. Print the form anew and fill that one, or type it in.',
  newer: 'This form was made by a newer version of Panelist than this one.',
  outdated:
    'The questions of this scorecard have changed since the form was printed. Print the form anew, or type in what still fits.',
  'not-yours': 'This form belongs to a scorecard that is not yours to fill. Give it to its interviewer.',
  submitted:
    'Your scorecard is submitted already, so the form changes nothing. Amend the scorecard on its page.',
  erased: 'The candidate’s data was erased; nothing more is kept.',
  twice: 'The form of the same scorecard is in this selection twice. Bring the right one back alone.',
}

/** A refusal as a sentence for the person who brought the form. */
export function refusalWords(refusal: Refusal): string {
  return words[refusal]
}
