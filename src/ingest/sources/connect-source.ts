import { secretKey, type Connection } from '../../domain/connection';
import { BadInput } from '../../domain/errors';
import { SourceError } from '../../domain/source-errors';
import type { VisibilityClass } from '../../domain/visibility';
import { DAY_IN_MS, epochMs, isoTime } from '../../domain/time';
import type { Connector, TestResult } from '../../ports/connector';
import { hostOf } from '../http/check-address';
import { sourceIdOf } from '../save-signal-rows';
import { checkSecrets } from './check-secrets';
import { lookMark } from './look-mark';
import { openAsk } from './open-ask';
import { openSentBook } from './sent-book';
import { recordConnection } from './record-connection';
import { takeChange } from './take-change';
import type { SourceNeeds } from './source-needs';

/** What an admin filled in. `fields` hold settings and secrets by name; a secret left out stays as it was. */
export interface ConnectionForm {
  readonly id?: string;
  readonly connector: string;
  readonly product: string;
  readonly name: string;
  readonly visibility: VisibilityClass;
  readonly fields: Readonly<Record<string, string>>;
  /** How far back the first read goes. */
  readonly days: number;
}

/** A form that was checked field by field: what may be saved, and what may only be kept as a secret. */
export interface CheckedForm {
  readonly connector: Connector;
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** The platform ends what a screen asks for after 25 seconds; the rest is for what comes after the last answer. */
export const SCREEN_MS = 20_000;

type TestNeeds = Needs & Pick<SourceNeeds, 'outside' | 'jira' | 'sleep' | 'random' | 'loadPseudonym'>;
type Needs = Pick<SourceNeeds, 'stores' | 'connections' | 'settings' | 'queue' | 'clock' | 'findConnector'>;

/** @throws BadInput naming the field and what is wrong with it */
export function checkForm(findConnector: SourceNeeds['findConnector'], form: Pick<ConnectionForm, 'connector' | 'fields'>): CheckedForm {
  const connector = findConnector(form.connector);
  if (connector === undefined) throw new BadInput('source', 'connector', 'no such source');
  const settings: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  for (const field of connector.fields) {
    const typed = form.fields[field.name]?.trim() ?? '';
    if (field.kind === 'secret') {
      if (typed !== '') secrets[field.name] = typed;
      continue;
    }
    if (typed === '') {
      if (field.isOptional !== true) throw new BadInput('source', field.name, `Fill this in: ${field.label}`);
      continue;
    }
    const value = field.kind === 'host' ? hostOf(typed, field.pattern ?? /^$/) : fits(field, typed) ? typed : undefined;
    if (value === undefined) throw new BadInput('source', field.name, `${field.label} must look like ${field.placeholder ?? 'the example'}`);
    settings[field.name] = value;
  }
  return { connector, settings, secrets };
}

function fits(field: Connector['fields'][number], value: string): boolean {
  if (field.choices !== undefined) return field.choices.some((choice) => choice.value === value);
  return value.length <= 2_000 && (field.pattern === undefined || new RegExp(`^(?:${field.pattern.source})$`, field.pattern.flags.replace('g', '')).test(value));
}

/** Whether a person saw what would be kept: the mark of a preview of this very place, or the word that they do not want to look. */
export type Look = { readonly looked: string } | 'without-looking';

/** Connected and being read; or what the test found wrong, and then nothing was kept. */
export type Connected = { readonly ok: true; readonly connection: Connection } | { readonly ok: false; readonly test: Extract<Tested, { readonly ok: false }> };

/**
 * Saves a connection and its secrets, and asks for the first read. Nothing is kept before the source was tested with these very secrets, and before
 * somebody saw its first signals or said that they do not want to. A change that leaves address and secrets as they were needs neither: who may see a
 * source can be changed while it is down.
 * @throws BadInput StoreUnavailable
 */
export async function connectSource(needs: TestNeeds, form: ConnectionForm, by: string, look: Look): Promise<Connected> {
  const checked = checkForm(needs.findConnector, form);
  const { connector, settings, secrets } = checked;
  if ((await needs.stores.products.findProduct(form.product)) === undefined) throw new BadInput('source', 'product', 'no such product');
  const known = await checkSecrets(needs, form, checked);
  const isElsewhere = known === undefined || !isSameSettings(known.settings, settings);
  if (isElsewhere && connector.poll !== undefined && look !== 'without-looking' && look.looked !== (await lookMark(needs, { ...form, settings, secrets }))) {
    throw new BadInput('source', 'look', 'Look at the first signals of this very place before it is connected, or connect without looking');
  }
  if (isElsewhere || known.state === 'needs-attention' || Object.keys(secrets).length > 0) {
    const test = await testSource(needs, form);
    if (!test.ok) return { ok: false, test };
  }
  const now = needs.clock.now();
  const connection: Connection = {
    id: known?.id ?? (await freeId(needs, form.name)), connector: form.connector, product: form.product, name: form.name, visibility: form.visibility, settings, state: known?.state === 'paused' ? 'paused' : 'active',
    since: known?.since ?? isoTime(epochMs(now) - form.days * DAY_IN_MS), createdAt: known?.createdAt ?? now, createdBy: known?.createdBy ?? by,
  };
  for (const [field, value] of Object.entries(secrets)) await needs.settings.saveSecret(secretKey(connection.id, field), value);
  await needs.connections.saveConnection(connection);
  if (known !== undefined) await takeChange(needs, known, connection);
  // From now on it is a source that was not read yet: what the others say is not everything.
  else if (connector.poll !== undefined) await recordConnection(needs, connection);
  await needs.queue.push({ name: 'poll-source', connection: connection.id });
  return { ok: true, connection };
}

function isSameSettings(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): boolean {
  return JSON.stringify(Object.entries(before).sort()) === JSON.stringify(Object.entries(after).sort());
}

/** Not one that a file or another connection uses: ids of signals begin with it. */
async function freeId(needs: Needs, name: string, number = 1): Promise<string> {
  const base = sourceIdOf(name);
  const id = number === 1 ? base : `${base.slice(0, 36)}-${number}`;
  const taken = (await needs.connections.findConnection(id)) !== undefined || (await sourceIds(needs)).has(id);
  return taken ? freeId(needs, name, number + 1) : id;
}

async function sourceIds({ stores }: Needs): Promise<ReadonlySet<string>> {
  const lists = await Promise.all((await stores.products.listProducts()).map((product) => stores.products.listSources(product.id)));
  return new Set(lists.flat().map((source) => source.id));
}

/** What is wrong, in the source's name and ours: a failure of the source by its code, else the connector's own finding. */
export type Tested = TestResult | { readonly ok: false; readonly code: string; readonly field?: string; readonly problem?: string };

/** Tries a form against the source without keeping anything. Secrets that were not typed again are the stored ones. */
export async function testSource(needs: TestNeeds, form: ConnectionForm): Promise<Tested> {
  const checked = checkForm(needs.findConnector, form);
  const { connector, settings, secrets } = checked;
  await checkSecrets(needs, form, checked);
  if (connector.test === undefined) return { ok: true, found: 'nothing to test, for this source sends to us' };
  const connection = { id: form.id ?? '', settings, since: isoTime(epochMs(needs.clock.now()) - form.days * DAY_IN_MS) };
  const book = await openSentBook(needs, connector, connection, true);
  try {
    return await connector.test(await openAsk(needs, connector, connection, { typed: secrets, endsAtMs: needs.clock.monotonicMs() + SCREEN_MS, book }));
  } catch (error) {
    if (error instanceof SourceError) return failed(connector, settings, error);
    if (error instanceof BadInput && error.edge !== 'source') return { ok: false, code: 'source/unreadable', problem: `It answers in a shape that we do not know (at ${error.field})` };
    throw error;
  } finally {
    await book.close();
  }
}

/** In the connector's own words where it has some, about the one thing that was asked for. */
function failed({ remedies }: Connector, settings: CheckedForm['settings'], { code, about }: SourceError): Tested {
  const remedy = Object.entries(remedies?.(settings) ?? {}).find(([of]) => of === code)?.[1];
  if (remedy === undefined) return { ok: false, code };
  return { ok: false, code, field: remedy.field, problem: about === undefined ? remedy.problem : `${about}: ${remedy.problem}` };
}
