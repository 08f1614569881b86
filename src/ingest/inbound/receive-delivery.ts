import { AppError } from '../../domain/errors';
import type { InboundKey, InboundOutcome, InboundSource } from '../../domain/inbound';
import type { InboundStore } from '../../ports/inbound-store';
import type { Ports } from '../../ports/ports';
import { checkSignature, type Checked, type Crypto, type Request } from './check-signature';
import type { Gate } from './gate';
import { MOST_BYTES, readDelivery } from './read-delivery';

export interface KnownSenders {
  readonly sources: readonly InboundSource[];
  readonly keys: readonly InboundKey[];
}

export interface Receiving extends Pick<Ports, 'clock' | 'logger' | 'loadPseudonym'> {
  readonly inbound: InboundStore;
  readonly crypto: Crypto;
  readonly gate: Gate;
  /** Sources and keys of the site that the request came for. */
  readonly loadSources: () => Promise<KnownSenders>;
  /** The same asked anew, for a key that was made since; undefined where it was asked anew too often of late. */
  readonly reloadSources: () => Promise<KnownSenders> | undefined;
  /** Asks for the waiting deliveries to be read soon; asking often asks once. */
  readonly wake: () => Promise<void>;
  /** Whether a refusal of this source may be written now: a flood of bad requests must not become a flood of writes. */
  readonly mayNote: (source: string) => boolean;
}

/**
 * One request of a sender. `accepted` means durable: it is said only after the store has the whole delivery. A request that is not signed
 * right touches no store. Never throws for what may pass: the sender is told to come again.
 */
export async function receiveDelivery(needs: Receiving, site: string, request: Request): Promise<InboundOutcome> {
  if (request.method !== 'POST') return 'not-post';
  if (request.body.length > MOST_BYTES || new TextEncoder().encode(request.body).length > MOST_BYTES) return 'too-large';
  try {
    const checked = await checkSender(needs, request);
    // Too many unknown keys at once to look each of them up: one that was made a moment ago must not be called unknown.
    if (checked === undefined) return 'busy';
    if (!checked.ok) return await refuse(needs, checked.source, checked.outcome);
    const source = checked.sources.find((one) => one.id === checked.source);
    if (source === undefined) return 'unknown-key';
    const leave = needs.gate.enter(site, needs.clock.monotonicMs());
    if (typeof leave === 'string') return leave;
    try {
      return await keep(needs, source, checked.nonce, request.body);
    } finally {
      leave();
    }
  } catch (error) {
    if (!(error instanceof AppError) || !error.retryable) throw error;
    needs.logger.warn('inbound.busy', { code: error.code });
    return 'busy';
  }
}

/** Against what is known, and where the key is not among it, against what is stored: a key works from the moment it was shown. */
async function checkSender(needs: Receiving, request: Request): Promise<(Checked & Pick<KnownSenders, 'sources'>) | undefined> {
  const check = ({ sources, keys }: KnownSenders): Checked & Pick<KnownSenders, 'sources'> => ({ ...checkSignature(request, keys, Date.parse(needs.clock.now()), needs.crypto), sources });
  const checked = check(await needs.loadSources());
  if (checked.ok || checked.outcome !== 'unknown-key') return checked;
  const anew = await needs.reloadSources();
  return anew === undefined ? undefined : check(anew);
}

async function keep(needs: Receiving, source: InboundSource, nonce: string, body: string): Promise<InboundOutcome> {
  const read = readDelivery(source, body, await needs.loadPseudonym());
  if (!read.ok) return refuse(needs, source.id, read.outcome, read.detail);
  const outcome = await needs.inbound.accept({ source: source.id, nonce, receivedAt: needs.clock.now(), signals: read.signals, gone: read.gone });
  // The delivery is safe whether or not the wake gets through: every hour looks for what is waiting too.
  if (outcome === 'accepted') await wakeQuietly(needs);
  return outcome;
}

async function wakeQuietly({ wake, logger }: Receiving): Promise<void> {
  try {
    await wake();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    logger.warn('inbound.not-woken', { code: error.code });
  }
}

async function refuse({ inbound, clock, mayNote }: Receiving, source: string | undefined, outcome: InboundOutcome, detail?: string): Promise<InboundOutcome> {
  if (source !== undefined && mayNote(source)) await inbound.saveRefusal(source, { at: clock.now(), outcome, ...(detail === undefined ? {} : { detail }) });
  return outcome;
}
