const formatters = new Map<string, Intl.DateTimeFormat | undefined>();
const ENOUGH_ZONES = 1_000;

/** Weekday and hour in a time zone; undefined for a name that is no zone. Asking costs a millisecond, so answers are kept: zone names hold nothing of a tenant. */
export function zoneFormatter(timeZone: string): Intl.DateTimeFormat | undefined {
  if (formatters.has(timeZone)) return formatters.get(timeZone);
  const made = makeFormatter(timeZone);
  if (formatters.size < ENOUGH_ZONES) formatters.set(timeZone, made);
  return made;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', hour: 'numeric', hourCycle: 'h23' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
