import { WEEK_STATES } from './fixtures/page';
import { down, ok } from './fixtures/panel';
import { DEBATE_STATES, PROTOTYPE_STATES, proposals } from './fixtures/prototype';
import { TALK_STATES } from './fixtures/talk';
import { pages } from './project-script';
import type { Scene } from './scene';
import type { Script } from './serve';

const talks: readonly Scene[] = [
  ...Object.entries(TALK_STATES).map(([name, view]) => ({ name: `talk-${name}`, page: 'project.html', hash: '#/talk', script: { 'talk.open': () => ok(view) } })),
  ...Object.entries(PROTOTYPE_STATES).map(([name, view]) => ({ name: `prototype-${name}`, page: 'panel.html?screen=prototype', script: { 'prototype.open': () => ok(view) } })),
  ...Object.entries(DEBATE_STATES).map(([name, view]) => ({ name: `debate-${name}`, page: 'panel.html?screen=debate', script: { 'debate.open': () => ok(view) } })),
  { name: 'prototype-error', page: 'panel.html?screen=prototype', script: { 'prototype.open': () => down } },
  { name: 'debate-nothing-known', page: 'panel.html?screen=debate', script: { 'debate.open': () => ({ ok: false, code: 'access/not-found', retryable: false }) } },
  { name: 'week-proposals', page: 'project.html', script: { 'page.week': () => ok(Object.values(WEEK_STATES)[0] as never), 'proposals.open': () => ok(proposals) } },
  { name: 'talk-error', page: 'project.html', hash: '#/talk', script: { 'talk.open': () => down } },
];
const named = (name: string, answer: Awaited<ReturnType<NonNullable<Script['talk.person']>>>): Scene => ({
  name: `talk-who-${name}`, page: 'project.html', hash: '#/talk', script: { ...pages, 'talk.open': () => ok(Object.values(TALK_STATES)[0]!), 'talk.person': () => answer },
  act: async (page) => { await page.getByRole('button', { name: 'Who is this?' }).first().click(); await page.waitForTimeout(100); },
});
const WHO: readonly Scene[] = [
  named('name', ok({ name: 'Ana García-Müller', source: 'Support desk' })),
  named('none', ok({ why: { id: 'talk.person.not-told', params: { why: 'Apple tells a nickname and no person.' } } })),
  named('failed', down),
];

/** Whom to talk to and who that is, prototypes, debates and proposals. */
export const TALK_SCENES: readonly Scene[] = [...talks, ...WHO];
