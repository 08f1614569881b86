import type { PersonSaid } from '../../contract/talk';
import { AppError, NotFound } from '../../domain/errors';
import { sentence } from '../../domain/sentence';
import type { Signal } from '../../domain/signal';
import type { App } from '../../app';
import type { PageCase } from '../page/load-page';

/** Sources whose authors are people of Jira: read by the connector, or brought as a file. */
export const JIRA_KINDS: ReadonlySet<string> = new Set(['jira', 'jsm']);

/**
 * Who wrote a signal of this product whose words may be shown: Jira is asked as the person who looks, any other source with the connection's key. That key
 * sees more than the person may, so whoever asks has to administer the project. A signal of which no word may be shown is as good as absent.
 * @throws NotFound
 */
export async function whoSaidIt(app: App, page: PageCase, id: string): Promise<PersonSaid> {
  const [signal] = await app.ports.stores.signals.findSignals(page.product.id, [id]);
  const place = signal === undefined ? undefined : page.sourceNames.get(signal.source);
  if (signal?.visibility !== 'open' || place === undefined) throw new NotFound('no such signal');
  if (JIRA_KINDS.has(place.kind)) return ofJira(app, signal, place.name);
  const found = await app.sources.fetchPerson(signal);
  if (found.kind === 'name') return { name: found.name, source: found.source };
  return { why: sentence(`talk.person.${found.kind}`, found.kind === 'not-told' ? { why: found.why } : {}) };
}

async function ofJira(app: App, { author }: Signal, source: string): Promise<PersonSaid> {
  if (author === undefined) return { why: sentence('talk.person.no-author') };
  try {
    const name = (await app.ports.tracker.displayNames([author])).get(author);
    return name === undefined ? { why: sentence('talk.person.jira-none') } : { name, source };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { why: sentence('talk.person.no-answer') };
  }
}
