import { DAY_IN_MS, epochMs, isoTime, type IsoTime } from '../domain/time';
import type { Policy } from '../domain/policy';
import type { SweepItem } from '../domain/sweep';
import type { AdfBlock } from '../ports/closing-tracker';
import { noticeText } from './notice';
import { OWN_RESOLUTION } from './policy-bounds';

/** The notice that reporter and watchers of an item would read, as plain text, so that the owner reads it before anyone else does. */
export function noticePreview(item: Pick<SweepItem, 'ground' | 'losses'>, policy: Pick<Policy, 'graceDays' | 'fallback'>, now: IsoTime): string {
  const resolution = policy.fallback?.kind === 'status' ? undefined : (policy.fallback?.name ?? OWN_RESOLUTION);
  const document = noticeText({ ground: item.ground, losses: item.losses, closeAfter: isoTime(epochMs(now) + policy.graceDays * DAY_IN_MS), ...(resolution === undefined ? {} : { resolution }) });
  return document.content.map(textOf).join('\n\n');
}

function textOf(block: AdfBlock): string {
  if (block.type === 'paragraph') return block.content.map((inline) => inline.text).join('');
  return block.content.map((item) => `• ${item.content.map(textOf).join(' ')}`).join('\n');
}
