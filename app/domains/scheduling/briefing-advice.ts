/** What an interviewer is reminded of before every session. */
export const briefingAdvice = {
  dos: [
    {
      title: 'Ask every candidate the same questions',
      text: 'In the same order and words. What you ask beside the plan is kept, but no score counts it.',
    },
    {
      title: 'Notes first, number after',
      text: 'Write what was said while it is said; choose the level from the descriptions when the answer is over.',
    },
    {
      title: 'Be quiet for a moment',
      text: 'A pause is thinking. Use the probes when an answer stops early, not when it goes another way than you would.',
    },
    {
      title: 'Leave time for their questions',
      text: 'At least the last five minutes. Say what happens next and by when they will hear.',
    },
    {
      title: 'If the candidate brings up something private',
      text: 'Thank them, do not ask on, do not write it down, and go back to the question. When it is about what they need for the interview, arrange it and tell whoever plans the sessions.',
    },
  ],
  donts: [
    {
      title: 'Ask about private matters',
      text: 'No question about age, family or plans for children, pregnancy, health or disability, religion, origin or first language, sexual orientation, gender identity, politics, union membership, arrests, or what they earn now; not to break the ice either.',
    },
    {
      title: 'Talk to the other interviewers about the candidate',
      text: 'Not before your own scorecard is handed in. What you think should be yours alone until then.',
    },
    {
      title: 'Rate the person, the CV or the likeness',
      text: 'Rate the answers. A school, an accent, a shared hobby and a good mood are no evidence.',
    },
    {
      title: 'Hint how it goes',
      text: 'Neither praise nor doubt, and no promise about the outcome.',
    },
  ],
} as const
