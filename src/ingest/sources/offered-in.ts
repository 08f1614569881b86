import type { Connector } from '../../ports/connector';

/** Asks nobody outside, and nobody outside has to reach it. */
export function staysOnAtlassian({ egress, receive }: Pick<Connector, 'egress' | 'receive'>): boolean {
  return egress.length === 0 && receive === undefined;
}

/** The connectors that can work in this edition: where nothing leaves Atlassian, its platform refuses all others whatever an admin types. */
export function offeredIn(connectors: readonly Connector[], isAtlassianOnly: boolean): readonly Connector[] {
  return isAtlassianOnly ? connectors.filter(staysOnAtlassian) : connectors;
}
