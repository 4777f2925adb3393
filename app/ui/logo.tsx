/** The wordmark's mark: a rating of three out of four. */
export function Logo() {
  return (
    <svg aria-hidden width={26} height={15} className="flex-none" strokeWidth={1.5}>
      {[0, 7, 14, 21].map((x, index) => (
        <rect
          key={x}
          x={x + 0.75}
          y={0.75}
          width={3.5}
          height={13.5}
          rx={0.5}
          className={index < 3 ? 'fill-ink stroke-ink' : 'fill-transparent stroke-ink'}
        />
      ))}
    </svg>
  )
}
