const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** `1 Jul 2025`; nothing for nothing. */
export function day(at: string | undefined): string {
  return at === undefined || at === '' ? '' : DAY.format(new Date(at));
}

export function moment(at: string | undefined): string {
  return at === undefined || at === '' ? '' : MOMENT.format(new Date(at));
}
