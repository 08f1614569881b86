import type { Connection } from '../../domain/connection';
import type { Signal } from '../../domain/signal';
import { DAY_IN_MS, epochMs, isoTime } from '../../domain/time';
import { SourceUnreachable } from '../../domain/source-errors';
import type { Ask, Connector } from '../../ports/connector';
import { checkSecrets } from './check-secrets';
import { checkForm, SCREEN_MS, type ConnectionForm } from './connect-source';
import { lookMark } from './look-mark';
import { openAsk } from './open-ask';
import { openSentBook } from './sent-book';
import type { SourceNeeds } from './source-needs';

/** What a first page holds: signals as they would be kept, newest first, and how many records were left out by reason. Nothing of it is stored. */
export interface SourcePreview {
  readonly signals: readonly Signal[];
  /** The source reads all it has whatever was asked: its first page may be of any time. Else they are of the last two weeks. */
  readonly isOfAnyTime: boolean;
  readonly skipped: Readonly<Record<string, number>>;
  /** Says to `connectSource` that this place was looked at. */
  readonly looked: string;
}

const PREVIEWED = 20;
const DAYS = 14;
/** A preview is asked for by a screen, which waits at most 25 seconds. */
const PAGES = 2;

/** The first twenty signals of the last two weeks (of a source that always shows all it has: of what it shows first), prepared (and so redacted) as they would be. @throws SourceError BadInput */
export async function previewSource(needs: SourceNeeds, form: ConnectionForm, by: string): Promise<SourcePreview> {
  const checked = checkForm(needs.findConnector, form);
  const { connector, settings, secrets } = checked;
  await checkSecrets(needs, form, checked);
  const now = needs.clock.now();
  const connection: Connection = {
    id: form.id ?? 'preview', connector: form.connector, product: form.product, name: form.name, visibility: form.visibility, settings, state: 'active',
    since: isoTime(epochMs(now) - DAYS * DAY_IN_MS), createdAt: now, createdBy: by,
  };
  const looked = await lookMark(needs, { ...form, settings, secrets });
  if (connector.poll === undefined) return { signals: [], skipped: {}, looked, isOfAnyTime: false };
  const book = await openSentBook(needs, connector, { id: form.id ?? '', settings }, true);
  const ask = await openAsk(needs, connector, connection, { typed: secrets, endsAtMs: needs.clock.monotonicMs() + SCREEN_MS, book });
  return { ...(await readFirst(needs, connector.poll, ask, connection).finally(book.close)), looked, isOfAnyTime: connector.readsAll === true };
}

async function readFirst(needs: SourceNeeds, poll: NonNullable<Connector['poll']>, ask: Ask, connection: Connection): Promise<Pick<SourcePreview, 'signals' | 'skipped'>> {
  const signals: Signal[] = [];
  const skipped: Record<string, number> = {};
  const leave = (reason: string): void => void (skipped[reason] = (skipped[reason] ?? 0) + 1);
  let page = await poll(ask);
  for (let pages = 1; ; pages += 1) {
    for (const one of page.skipped ?? []) leave(one.reason);
    for (const one of await needs.tryPrepare(connection, page.items)) {
      if (one.kind === 'kept') signals.push(one.signal);
      else leave(one.reason);
    }
    if (page.isLast || pages >= PAGES || signals.length >= PREVIEWED) return { signals: newest(signals), skipped };
    try {
      page = await poll({ ...ask, checkpoint: page.checkpoint });
    } catch (error) {
      // What came in time is shown; the next page is only for more of the same.
      if (error instanceof SourceUnreachable) return { signals: newest(signals), skipped };
      throw error;
    }
  }
}

/** Vendors list in either direction; whoever looks reads them in one. */
function newest(signals: readonly Signal[]): readonly Signal[] {
  return [...signals].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, PREVIEWED);
}
