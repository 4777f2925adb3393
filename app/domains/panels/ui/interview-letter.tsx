/** The letter of an interview in a box, as on the printed kit. */
export function InterviewLetter({ letter }: { letter: string }) {
  return (
    <span className="inline-grid size-[18px] flex-none place-items-center rounded-sm border-[1.5px] border-ink text-label font-semibold">
      {letter}
    </span>
  )
}
