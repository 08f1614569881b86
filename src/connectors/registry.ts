import type { Connector } from '../ports/connector';
import { appStore } from './app-store';
import { emailForward } from './email-forward';
import { github } from './github';
import { gong } from './gong';
import { googlePlay } from './google-play';
import { intercom } from './intercom';
import { jira } from './jira';
import { slack } from './slack';
import { surveyMonkey } from './surveymonkey';
import { typeform } from './typeform';
import { zendesk } from './zendesk';

/** Every connector that a site can connect, in the order of the chooser. */
export const CONNECTORS: readonly Connector[] = [jira, zendesk, intercom, github, appStore, googlePlay, surveyMonkey, typeform, gong, slack, emailForward];

export function findConnector(id: string): Connector | undefined {
  return CONNECTORS.find((connector) => connector.id === id);
}
