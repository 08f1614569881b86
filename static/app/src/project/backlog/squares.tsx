const MOST = 240;

/** One square for each close, in reading order. Left out where there are too many to count by eye; the numbers stand below. */
export function Squares({ rows }: { readonly rows: readonly { readonly kind: string; readonly count: number }[] }) {
  const all = rows.reduce((sum, row) => sum + row.count, 0);
  if (all === 0 || all > MOST) return null;
  return (
    <div className="rs-squares" aria-hidden="true">
      {rows.flatMap((row) => Array.from({ length: Math.max(0, row.count) }, (_, index) => <span key={`${row.kind} ${index}`} className={`rs-square rs-square-${row.kind}`} />))}
    </div>
  );
}
