import type { Gap } from '../../domain/coverage';
import type { InboundSource } from '../../domain/inbound';
import type { SourceSetting } from '../../domain/product';
import { epochMs, type IsoTime } from '../../domain/time';

const HOUR_MS = 3_600_000;
const NEVER = 'nothing was ever received';
const NOTHING = 'nothing was received';

type Ended = NonNullable<SourceSetting['gaps']>[number];

/** Nothing came for longer than the sender promised: from then on we do not know whether nobody spoke or nobody sent. */
export function quietGap({ quietAfterHours, createdAt }: InboundSource, lastReceivedAt: IsoTime | undefined, now: IsoTime): Gap | undefined {
  const from = lastReceivedAt ?? createdAt;
  if (epochMs(now) - epochMs(from) <= quietAfterHours * HOUR_MS) return undefined;
  return { from, reason: lastReceivedAt === undefined ? NEVER : NOTHING };
}

/** Whether a gap is a sender's silence, which an admin who knows it can call really empty. */
export function isQuietTime({ reason }: Pick<Gap, 'reason'>): boolean {
  return reason === NEVER || reason === NOTHING;
}

/** A silence that a delivery ended. A sender cannot be asked again: what came since says nothing of that time. */
export function endedQuiet(before: readonly Gap[], lastReceivedAt: IsoTime | undefined): Ended | undefined {
  const open = before.find((gap) => gap.to === undefined && isQuietTime(gap));
  return open === undefined || lastReceivedAt === undefined || lastReceivedAt <= open.from ? undefined : { from: open.from, to: lastReceivedAt, reason: NOTHING };
}

/** Adding the same silence again changes nothing but its end. */
export function withQuiet(gaps: readonly Ended[] = [], ended: Ended): readonly Ended[] {
  return [...gaps.filter((one) => !(isQuietTime(one) && one.from === ended.from)), ended].sort((a, b) => (a.from < b.from ? -1 : 1));
}
