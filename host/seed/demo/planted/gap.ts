/** A source that broke for a week: what was said there then never reached us. Only Crew's connection was hit. */
export const SOURCE_GAP = { source: 'ic', product: 'crew', from: '2025-12-08T00:00:00.000Z', to: '2025-12-15T00:00:00.000Z', reason: 'Token revoked at the source; nobody noticed for a week' } as const;

export function isLost(source: string, at: string, product: string): boolean {
  return source === SOURCE_GAP.source && product === SOURCE_GAP.product && at >= SOURCE_GAP.from && at < SOURCE_GAP.to;
}
