import type { Connector } from '../ports/connector';
import { jira } from './jira';
import { zendesk } from './zendesk';

/** Every connector that a site can connect, in the order of the chooser. */
export const CONNECTORS: readonly Connector[] = [jira, zendesk];

export function findConnector(id: string): Connector | undefined {
  return CONNECTORS.find((connector) => connector.id === id);
}
