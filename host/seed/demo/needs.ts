/** Where people say it, as weights by kind of source; see `SOURCE_MIXES`. */
export type SourceMix = 'office' | 'field' | 'api' | 'formal' | 'praise' | 'questions' | 'vague' | 'stray';
export type DemoProduct = 'dispatch' | 'crew';

/** How often a need is voiced: signals a week, and what changes it. */
export interface WeeklyShape {
  readonly base: number;
  /** Grows or shrinks in a straight line to this value at the end of the history. */
  readonly end?: number;
  /** From this day on the rate is another, for good. */
  readonly turn?: { readonly day: string; readonly to: number; readonly lagDays: number };
  /** On top: from this day, `height` in its week, times `decay` every week after. */
  readonly spikes?: readonly { readonly day: string; readonly height: number; readonly decay: number }[];
}

export interface DemoNeed {
  readonly id: string;
  readonly label: string;
  readonly product: DemoProduct;
  readonly weekly: WeeklyShape;
  readonly mix: SourceMix;
  /** Share of the accounts that this can happen to. */
  readonly reach: number;
  /** Hand-written signals without a date fall between these days. */
  readonly writtenBetween?: readonly [string, string];
  /** Only accounts of this country have it. */
  readonly onlyIn?: string;
  /** No issue of this need is older, except those that shipped before; and before this day people spoke of it in other words. */
  readonly issuesSince?: string;
}

type More = Partial<Omit<DemoNeed, 'id' | 'label' | 'product' | 'weekly'>>;

const need = (product: DemoProduct, id: string, label: string, weekly: WeeklyShape, more: More = {}): DemoNeed => ({
  id,
  label,
  product,
  weekly,
  mix: product === 'dispatch' ? 'office' : 'field',
  reach: 0.3,
  ...more,
});

/** What customers of the invented company need. Rates are signals of words a week; the planted truths say why they change. */
export const NEEDS: readonly DemoNeed[] = [
  need('dispatch', 'sync-duplicates', 'Accounting sync posts invoices twice', { base: 13, turn: { day: '2025-09-15', to: 1.6, lagDays: 4 } }, { reach: 0.45, writtenBetween: ['2024-12-09', '2025-09-12'] }),
  need('dispatch', 'vat-rounding', 'VAT and totals are a penny out', { base: 3 }),
  need('dispatch', 'deposits', 'Deposits and stage payments', { base: 5, end: 8.5 }, { reach: 0.4 }),
  need('dispatch', 'overdue-chasing', 'Chasing overdue invoices', { base: 4 }),
  need('dispatch', 'quote-options', 'Options and alternatives on a quote', { base: 5 }, { reach: 0.35 }),
  need('dispatch', 'invoice-layout', 'Layout of invoices', { base: 4 }),
  need('dispatch', 'e-invoice', 'Electronic invoices', { base: 1.2, end: 9 }, { mix: 'formal', reach: 0.35, writtenBetween: ['2025-06-02', '2025-12-20'] }),
  need('dispatch', 'price-rise', 'The price increase of May 2025', { base: 0, spikes: [{ day: '2025-05-05', height: 58, decay: 0.72 }] }, { reach: 0.8 }),
  need('dispatch', 'new-board', 'The new schedule board', { base: 1.5, turn: { day: '2025-11-03', to: 11.5, lagDays: 0 }, spikes: [{ day: '2025-11-03', height: 12, decay: 0.7 }] }, { reach: 0.5, writtenBetween: ['2025-11-04', '2026-02-20'], issuesSince: '2025-11-03' }),
  need('dispatch', 'recurring', 'Recurring visits and service contracts', { base: 6 }, { reach: 0.4 }),
  need('dispatch', 'route-planning', 'Order of jobs and travel time', { base: 4 }),
  need('dispatch', 'calendar-sync', 'Calendar sync', { base: 2.6, spikes: [{ day: '2025-03-31', height: 9, decay: 0.3 }, { day: '2025-10-27', height: 9, decay: 0.3 }, { day: '2026-03-30', height: 9, decay: 0.3 }] }),
  need('dispatch', 'sms-reminders', 'Text reminders to customers', { base: 4 }),
  need('dispatch', 'customer-search', 'Finding customers and old jobs', { base: 4.5 }),
  need('dispatch', 'merge-customers', 'Duplicate customers', { base: 3 }),
  need('dispatch', 'permissions', 'Who may see and change what', { base: 4 }),
  need('dispatch', 'pricebook-import', 'Importing wholesalers’ price lists', { base: 3.5 }),
  need('dispatch', 'reports', 'Reports and profit per job', { base: 4.5 }),
  need('dispatch', 'stock', 'Stock on vans', { base: 6.5, end: 8 }, { reach: 0.45 }),
  need('dispatch', 'sso-login', 'Logging in', { base: 3.5, spikes: [{ day: '2025-05-26', height: 12, decay: 0.1 }] }),
  need('dispatch', 'api', 'Connecting other systems', { base: 5 }, { mix: 'api', reach: 0.15 }),
  need('dispatch', 'payroll-export', 'Payroll export for Denmark', { base: 0.3, turn: { day: '2025-10-06', to: 0.03, lagDays: 0 } }, { mix: 'questions', reach: 1, onlyIn: 'DK', writtenBetween: ['2025-01-13', '2025-10-03'] }),
  need('crew', 'offline-photos', 'Photos and notes lost without signal', { base: 10.5, turn: { day: '2025-07-14', to: 1.5, lagDays: 6 } }, { reach: 0.45, writtenBetween: ['2024-12-09', '2025-07-11'] }),
  need('crew', 'battery-gps', 'Battery and location', { base: 8 }, { reach: 0.4 }),
  need('crew', 'timesheets', 'Working hours', { base: 7, turn: { day: '2025-12-01', to: 4.5, lagDays: 7 } }, { reach: 0.4, writtenBetween: ['2024-12-09', '2025-11-28'] }),
  need('crew', 'signature', 'Customers’ signatures', { base: 3.5, turn: { day: '2026-02-16', to: 26, lagDays: 1 } }, { writtenBetween: ['2024-12-09', '2026-02-13'] }),
  need('crew', 'notifications', 'Notifications of changes', { base: 5.5 }, { reach: 0.4 }),
  need('crew', 'gloves', 'Small buttons, small text, sunlight', { base: 4, end: 5.5 }, { reach: 0.35 }),
  need('crew', 'checklists', 'Checklists and certificates', { base: 5.5 }, { reach: 0.35 }),
  need('crew', 'navigation', 'Finding the address', { base: 3.5 }),
  need('crew', 'crash', 'App crashes', { base: 1.2, spikes: [{ day: '2025-09-29', height: 38, decay: 0.5 }] }, { reach: 0.5, writtenBetween: ['2025-10-13', '2026-02-20'] }),
  need('crew', 'card-onsite', 'Card payments on site', { base: 4.5 }, { reach: 0.35 }),
  need('crew', 'time-off', 'Holidays, sick leave, on-call', { base: 2.5 }),
  need('crew', 'crews', 'Several people, several days on a job', { base: 3.5 }),
  need('crew', 'app-language', 'The app in the workers’ languages', { base: 2.5 }),
  need('crew', 'voice-notes', 'Speaking notes instead of typing', { base: 0.8 }),
];

/** What is nobody's need and belongs to no theme worth a decision. */
export const NOISE: readonly DemoNeed[] = [
  need('dispatch', 'noise-praise', 'Thanks and praise', { base: 12 }, { mix: 'praise', reach: 0.9 }),
  need('dispatch', 'noise-howto', 'Simple questions', { base: 11 }, { mix: 'questions', reach: 0.9 }),
  need('dispatch', 'noise-vague', 'Too vague to place', { base: 6 }, { mix: 'vague', reach: 0.9 }),
  need('dispatch', 'noise-other', 'Not about the product', { base: 3 }, { mix: 'stray', reach: 0.9 }),
];

export const ALL_NEEDS: readonly DemoNeed[] = [...NEEDS, ...NOISE];

/** @throws Error for an id that no need has: a slip in a file of texts. */
export function needOf(id: string): DemoNeed {
  const found = ALL_NEEDS.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no need is called ${id}`);
  return found;
}
