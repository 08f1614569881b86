/** A place that was closed for a week: nothing could be said there, and an admin told us so. Only Crew's was. */
export const SOURCE_GAP = { source: 'ic', product: 'crew', from: '2025-12-08T00:00:00.000Z', to: '2025-12-15T00:00:00.000Z', reason: 'The messenger was switched off after an update; nobody noticed for a week' } as const;

export function isLost(source: string, at: string, product: string): boolean {
  return source === SOURCE_GAP.source && product === SOURCE_GAP.product && at >= SOURCE_GAP.from && at < SOURCE_GAP.to;
}

/** A source that will break for a week: it goes on answering, with a page instead of data. What is said there then is read when it is whole again. */
export const OUTAGE = { source: 'ic', product: 'dispatch', from: '2026-03-04T00:00:00.000Z', to: '2026-03-11T00:00:00.000Z' } as const;
