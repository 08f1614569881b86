const formatters = new Map<string, Intl.DateTimeFormat>();
const ENOUGH_ZONES = 1_000;

/** Weekday and hour in a time zone; undefined for a name that is no zone. Making a formatter costs a millisecond, so they are kept: zone names hold nothing of a tenant. */
export function zoneFormatter(timeZone: string): Intl.DateTimeFormat | undefined {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  try {
    const made = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', hour: 'numeric', hourCycle: 'h23' });
    if (formatters.size < ENOUGH_ZONES) formatters.set(timeZone, made);
    return made;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
