import type Resolver from '@forge/resolver';
import type { z } from 'zod';
import { Nothing } from '../../contract/panel';
import { LogConversation, MarkPerson, NoteConsent, OpenTalk, PageConversations, WhoSaidIt, type TalkView } from '../../contract/talk';
import { BadInput, NotAllowed } from '../../domain/errors';
import { weekOf } from '../../domain/talk';
import type { App } from '../../app';
import type { Caller } from '../caller';
import { endpoint } from '../endpoint';
import { loadPage } from '../page/load-page';
import { projectAdmin, projectViewer } from '../permissions';
import { loadConversations } from './conversation-rows';
import { whoSaidIt } from './who-said-it';
import { loadTalk, loadWeekTalk } from './load-talk';

/** The talk tab. Who administers the project may mark, note and write down: their words become evidence for everyone. */
export function defineTalk(resolver: Resolver, app: App): void {
  const viewer = projectViewer(app.ports.tracker);
  const editor = projectAdmin(app.ports.tracker);
  resolver.define('talk.open', endpoint('talk.open', OpenTalk, viewer, ({ theme }, caller) => loadTalk(app, projectOf(caller), theme)));
  resolver.define('talk.person', endpoint('talk.person', WhoSaidIt, editor, async ({ signal }, caller) => whoSaidIt(app, await loadPage(app.ports, projectOf(caller)), signal)));
  resolver.define('talk.week', endpoint('talk.week', Nothing, viewer, (_, caller) => loadWeekTalk(app, projectOf(caller))));
  resolver.define('talk.mark', endpoint('talk.mark', MarkPerson, editor, (input, caller) => mark(app, caller, input)));
  resolver.define('talk.consent', endpoint('talk.consent', NoteConsent, editor, (input, caller) => noteConsent(app, caller, input)));
  resolver.define('talk.log', endpoint('talk.log', LogConversation, editor, (input, caller) => log(app, caller, input)));
  resolver.define('talk.conversations', endpoint('talk.conversations', PageConversations, viewer, async ({ after }, caller) => loadConversations(app, await loadPage(app.ports, projectOf(caller)), after)));
}

function projectOf({ projectKey }: Caller): string {
  if (projectKey === undefined) throw new NotAllowed('no such project');
  return projectKey;
}

async function mark(app: App, caller: Caller, { theme, person, state }: z.output<typeof MarkPerson>): Promise<TalkView> {
  const { product, now } = await loadPage(app.ports, projectOf(caller));
  const week = weekOf(now);
  const list = await app.ports.talk.findList(product.id, theme, week);
  // Only somebody who was chosen can be marked: an id from elsewhere is as good as absent.
  if (list?.slots.some(({ picks }) => picks.some((pick) => pick.person === person)) !== true) throw new BadInput('talk.mark', 'person', 'not in this week’s list');
  await app.ports.talk.saveMark({ product: product.id, theme, week, person, state, at: now, by: caller.accountId });
  return loadTalk(app, projectOf(caller), theme);
}

async function noteConsent(app: App, caller: Caller, { theme, person, consent }: z.output<typeof NoteConsent>): Promise<TalkView> {
  const { product, now } = await loadPage(app.ports, projectOf(caller));
  await app.ports.talk.saveContact({ product: product.id, person, consent, at: now, by: caller.accountId });
  return loadTalk(app, projectOf(caller), theme);
}

async function log(app: App, caller: Caller, input: z.output<typeof LogConversation>): Promise<TalkView> {
  const project = projectOf(caller);
  const { product, now } = await loadPage(app.ports, project);
  const { theme, person, account, heldAt, words, took, visibility, helped } = input;
  const picked = person === undefined || theme === undefined ? undefined : (await app.ports.talk.findList(product.id, theme, weekOf(now)))?.slots.flatMap(({ picks }) => picks).find((pick) => pick.person === person);
  if (person !== undefined && picked === undefined) throw new BadInput('talk.log', 'person', 'not in this week’s list');
  const spoke = picked === undefined ? (account === undefined ? {} : { account }) : { ...(picked.account === undefined ? {} : { account: picked.account }), ...(picked.author === undefined ? {} : { author: picked.author }) };
  const logged = await app.talking.logConversation(
    product.id,
    { id: app.newId('conversation'), heldAt, words, visibility, ...spoke, ...(theme === undefined ? {} : { theme }), ...(took === undefined || visibility === 'counts' ? {} : { took }) },
    caller.accountId,
  );
  if (picked !== undefined && theme !== undefined) await app.ports.talk.saveMark({ product: product.id, theme, week: weekOf(now), person: picked.person, state: 'talked', at: now, by: caller.accountId });
  if (helped !== undefined) await app.talking.confirmByConversation(product.id, helped.contract, { theme, helped: helped.helped, logged, by: caller.accountId });
  return loadTalk(app, project, theme);
}
