import type { Connection } from '../../domain/connection';
import type { Signal } from '../../domain/signal';
import { DAY_IN_MS, epochMs, isoTime } from '../../domain/time';
import { SourceUnreachable } from '../../domain/source-errors';
import { checkSecrets } from './check-secrets';
import { checkForm, SCREEN_MS, type ConnectionForm } from './connect-source';
import { lookMark } from './look-mark';
import { openAsk } from './open-ask';
import type { SourceNeeds } from './source-needs';

/** What a first page holds: signals as they would be kept, and how many records were left out by reason. Nothing of it is stored. */
export interface SourcePreview {
  readonly signals: readonly Signal[];
  readonly skipped: Readonly<Record<string, number>>;
  /** Says to `connectSource` that this place was looked at. */
  readonly looked: string;
}

const PREVIEWED = 20;
const DAYS = 14;
/** A preview is asked for by a screen, which waits at most 25 seconds. */
const PAGES = 2;

/** The first twenty signals of the last two weeks, prepared (and so redacted) as they would be. @throws SourceError BadInput */
export async function previewSource(needs: SourceNeeds, form: ConnectionForm, by: string): Promise<SourcePreview> {
  const checked = checkForm(needs.findConnector, form);
  const { connector, settings, secrets } = checked;
  await checkSecrets(needs, form, checked);
  const now = needs.clock.now();
  const connection: Connection = {
    id: form.id ?? 'preview', connector: form.connector, product: form.product, name: form.name, visibility: form.visibility, settings, state: 'active',
    since: isoTime(epochMs(now) - DAYS * DAY_IN_MS), createdAt: now, createdBy: by,
  };
  const signals: Signal[] = [];
  const skipped: Record<string, number> = {};
  const leave = (reason: string): void => void (skipped[reason] = (skipped[reason] ?? 0) + 1);
  const looked = await lookMark(needs, { ...form, settings });
  if (connector.poll === undefined) return { signals, skipped, looked };
  const ask = await openAsk(needs, connector, connection, secrets, needs.clock.monotonicMs() + SCREEN_MS);
  let page = await connector.poll(ask);
  for (let pages = 1; ; pages += 1) {
    for (const one of page.skipped ?? []) leave(one.reason);
    for (const one of await needs.tryPrepare(connection, page.items)) {
      if (one.kind === 'kept') signals.push(one.signal);
      else leave(one.reason);
    }
    if (page.isLast || pages >= PAGES || signals.length >= PREVIEWED) return { signals: signals.slice(0, PREVIEWED), skipped, looked };
    try {
      page = await connector.poll({ ...ask, checkpoint: page.checkpoint });
    } catch (error) {
      // What came in time is shown; the next page is only for more of the same.
      if (error instanceof SourceUnreachable) return { signals, skipped, looked };
      throw error;
    }
  }
}
