import type { Crypto } from './ingest/inbound/check-signature';
import { acceptSilence } from './ingest/inbound/accept-silence';
import { drainInbound, recordInbound } from './ingest/inbound/drain-inbound';
import { newGate } from './ingest/inbound/gate';
import { addInboundKey, addInboundSource, listInboundSources, loadInboundKeys, removeInboundKey, removeInboundSource, type NewInboundSource } from './ingest/inbound/inbound-sources';
import { sayHandedOver } from './ingest/inbound/say-handed-over';
import { receiveDelivery, type KnownSenders } from './ingest/inbound/receive-delivery';
import { dropSignals } from './ingest/leaving/drop-signals';
import { findHeldWord, heldOfSender } from './ingest/held-time';
import type { InboundOutcome, InboundSource } from './domain/inbound';
import { hmac, isSame, randomText } from './platform/crypto';
import { rememberBySite } from './platform/remember-by-site';
import type { Ports } from './ports/ports';
import type { Pseudonym } from './ports/pseudonym';
import { wantUnderstanding } from './understand/want-understanding';

/** Sources and keys are asked for again after so long: a removed key is good for that much longer. */
const KNOWN_FOR_MS = 20_000;
/** Deliveries that come within this time are read together. */
const READ_AFTER_SECONDS = 5;
const NOTE_EVERY_MS = 10_000;
/** Unknown keys are looked up no more often than this, after a burst: requests that anybody may send must not become reads without end. */
const LOOKUPS_PER_SECOND = 2;
const SECRET_BYTES = 32;

/** The use cases of what own systems send. */
export type InboundDesk = ReturnType<typeof inboundDesk>;

export function inboundDesk(ports: Ports) {
  const crypto: Crypto = { hmac, isSame };
  const gate = newGate();
  const lookups = newGate(LOOKUPS_PER_SECOND);
  const known = rememberBySite<KnownSenders>(KNOWN_FOR_MS);
  const loadSenders = async (): Promise<KnownSenders> => ({ sources: await listInboundSources(ports), keys: await loadInboundKeys(ports) });
  const pseudonyms = rememberBySite<Pseudonym>(KNOWN_FOR_MS);
  const woken = rememberBySite<true>(READ_AFTER_SECONDS * 1_000);
  const noted = rememberBySite<true>(NOTE_EVERY_MS);
  const nowMs = (): number => ports.clock.monotonicMs();
  const drain = (): Promise<void> => drainInbound({ ...ports, wantUnderstanding: (product) => wantUnderstanding(ports, product, 'part') });
  return {
    /** @param site what the platform says of the installation, never the request */
    receive: (site: string, request: Parameters<typeof receiveDelivery>[2]): Promise<InboundOutcome> =>
      receiveDelivery(
        {
          ...ports, crypto, gate,
          loadPseudonym: () => pseudonyms.get(site, nowMs(), ports.loadPseudonym),
          loadSources: () => known.get(site, nowMs(), loadSenders),
          reloadSources: () => {
            const leave = lookups.enter(site, nowMs());
            return typeof leave === 'string' ? undefined : known.renew(site, nowMs(), loadSenders).finally(leave);
          },
          wake: async () => void (await woken.get(site, nowMs(), async () => {
            await ports.queue.push({ name: 'drain-inbound' }, READ_AFTER_SECONDS);
            return true;
          })),
          mayNote: (source) => noted.isNew(`${site} ${source}`, nowMs(), true),
        },
        site,
        request,
      ),
    drain,
    /** Every hour: what waits although its wake was lost, and sources that fell silent. */
    lookAfter: async () => {
      await drain();
      for (const source of await listInboundSources(ports)) await recordInbound(ports, source);
    },
    list: () => listInboundSources(ports),
    add: async (input: NewInboundSource) => {
      const source = await addInboundSource(ports, input);
      await recordInbound(ports, source);
      return source;
    },
    acceptSilence: (source: string) => acceptSilence({ ...ports, wantUnderstanding: (product) => wantUnderstanding(ports, product) }, source),
    /** Since when it counts as heard, and whether an admin said so. */
    heard: async (source: InboundSource) => {
      const { held, nothingBefore } = await heldOfSender(ports, source);
      return { from: held?.from ?? source.createdAt, isTold: (await findHeldWord(ports, source.product, source.id)) !== undefined, isNothingBefore: nothingBefore === true };
    },
    sayHandedOver: (source: string, word: Parameters<typeof sayHandedOver>[2]) => sayHandedOver({ ...ports, wantUnderstanding: (product) => wantUnderstanding(ports, product) }, source, word),
    addKey: (source: string) => addInboundKey(ports, source, { id: `rk-${randomText(9)}`, secret: randomText(SECRET_BYTES) }),
    removeKey: (key: string) => removeInboundKey(ports, key),
    /** @param isKept what it sent stays as evidence, and its silence is a gap; else all of it goes */
    remove: async (source: string, isKept: boolean) => {
      const known = (await listInboundSources(ports)).find((one) => one.id === source);
      await removeInboundSource(ports, source);
      if (known === undefined || isKept) return;
      await dropSignals({ ...ports, wantUnderstanding: (product) => wantUnderstanding(ports, product) }, known.product, source);
      await ports.inbound.forgetMarks(source);
    },
  };
}
