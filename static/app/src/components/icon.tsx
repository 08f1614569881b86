const PATHS = {
  comment: 'M2.75 3.25h10.500v7.500H8l-3 2.500v-2.500H2.750z',
  ticket: 'M2.250 4.250h11.500v2.250a1.500 1.500 0 0 0 0 3v2.250H2.250V9.500a1.500 1.500 0 0 0 0-3zM9.500 4.500v7',
  code: 'm5.500 4.500-3.250 3.500 3.250 3.500M10.500 4.500l3.250 3.500-3.250 3.500',
  star: 'm8 2.500 1.700 3.500 3.800.550-2.750 2.700.650 3.850L8 11.300l-3.400 1.800.650-3.850L2.500 6.550 6.300 6z',
  gauge: 'M2.750 11.750a5.750 5.750 0 1 1 10.500 0M8 10l2.500-3.500',
  phone: 'M5.500 2.750 3.500 3.250c-.5 4 5.250 9.750 9.250 9.250l.5-2-2.500-1.500-1.250 1.250C8.250 9.500 6.500 7.750 5.750 6.500L7 5.250z',
  leave: 'M9 3.250H3.250v9.500H9M7 8h6.500m-2.500-2.500L13.500 8 11 10.500',
  diamond: 'm8 2.250 5.750 5.750L8 13.750 2.250 8z',
  file: 'M4 2.250h5.250L12.250 5.250v8.500H4zM9 2.500v3h3',
  check: 'm3.250 8.500 3 3 6.500-7',
  open: 'M5 11 11 5M6 5h5v5',
  lock: 'M3.750 7.250h8.500v6h-8.500zM5.500 7V5a2.500 2.500 0 0 1 5 0v2',
  warning: 'M8 2.750 14 13.250H2zM8 6.500v3M8 11.250v.250',
  clock: 'M8 2.250a5.750 5.750 0 1 0 0 11.500 5.750 5.750 0 0 0 0-11.500M8 4.750V8l2.250 1.500',
  back: 'M10 3.500 5.500 8l4.500 4.500',
  next: 'M6 3.500 10.500 8 6 12.500',
  edit: 'm3 10.500-.250 2.750L5.500 13l7.500-7.500L10.500 3z',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing of 16 px. It repeats a word that stands beside it, so it is hidden from screen readers. */
export function Icon({ name, small }: { readonly name: IconName; readonly small?: boolean }) {
  return (
    <svg className={small === true ? 'rs-icon rs-icon-small' : 'rs-icon'} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

const BY_KIND: readonly (readonly [RegExp, IconName])[] = [
  [/zendesk|ticket|help/i, 'ticket'],
  [/github|gitlab|code/i, 'code'],
  [/store|review|app/i, 'star'],
  [/nps|survey|score/i, 'gauge'],
  [/call|transcript|sales|gong/i, 'phone'],
  [/exit|churn|leav/i, 'leave'],
  [/jira|jsm|service/i, 'diamond'],
  [/file|csv|import/i, 'file'],
];

/** A drawing for a kind of source; speech where the kind says nothing. */
export function SourceIcon({ kind }: { readonly kind: string }) {
  return <Icon name={BY_KIND.find(([pattern]) => pattern.test(kind))?.[1] ?? 'comment'} />;
}
