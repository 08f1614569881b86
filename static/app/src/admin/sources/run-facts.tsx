import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { skippedText } from '../../../../../src/contract/skip-words';
import { gapWords } from '../../../../../src/contract/source-messages';
import type { ReceiptView } from '../../../../../src/contract/sources';
import { costOf } from './lasted';

/** What a run and a day have in common. */
type Counts = Pick<ReceiptView, 'totalAtSource' | 'read' | 'kept' | 'unchanged' | 'removed' | 'skipped' | 'oldestAt' | 'newestAt' | 'linksConfirmed' | 'linksWithdrawn' | 'requests' | 'received' | 'gaps'>;

interface Props {
  readonly counts: Counts;
  /** It was read to its end, or was not; `blind` where nothing of it can be believed. */
  readonly end: ReceiptView['outcome'];
  /** The vendor told its total in another run. */
  readonly tellsTotal: boolean;
  /** How long it took, in words. */
  readonly lasted?: string;
}

/** Everything that a run's receipt says. What was not told is said to be, never shown as a nought. */
export function RunFacts({ counts, end, tellsTotal, lasted }: Props) {
  const { totalAtSource, read } = counts;
  const untold = end === 'complete' && !tellsTotal ? 'not told by the vendor' : 'not told in this run';
  const facts: readonly Fact[] = [
    ['Total at the source', totalAtSource === undefined ? untold : formatNumber(totalAtSource)],
    ...(end === 'blind' && read === 0 ? [['Read', 'nothing that can be believed'] as const] : readFacts(counts, end)),
    ['Asked', `${costOf([counts])}${lasted === undefined ? '' : ` in ${lasted}`}`],
  ];
  return <dl className="rs-run-facts">{facts.map(([name, said]) => <div key={name}><dt>{name}</dt><dd>{said}</dd></div>)}</dl>;
}

type Fact = readonly [name: string, said: string];

function readFacts({ read, kept, unchanged, removed, skipped, oldestAt, newestAt, linksConfirmed = 0, linksWithdrawn = 0, gaps }: Counts, end: ReceiptView['outcome']): readonly Fact[] {
  const left = skippedText(skipped, formatNumber);
  return [
    ['Read', `${formatNumber(read)} ${read === 1 ? 'record' : 'records'}`],
    ['Kept', `${formatNumber(kept)} new or changed, ${formatNumber(unchanged)} as before`],
    ['Left out', left === '' ? 'none' : left],
    ['Gone at the source', removed === 0 ? 'none that we know of' : `${formatNumber(removed)}, their quotes with them`],
    ['Oldest and newest', oldestAt === undefined || newestAt === undefined ? 'no record came' : spanOf(oldestAt, newestAt)],
    ['Lost for good', gaps.length === 0 ? (end === 'blind' ? 'cannot be said' : 'no stretch of time that we know of') : gaps.map(({ from, to, reason }) => `${to === undefined ? `since ${formatDay(from)}` : `${formatDay(from)} to ${formatDay(to)}`}: ${gapWords(reason)}`).join('; ')],
    ...(linksConfirmed + linksWithdrawn === 0 ? [] : [['Links', `${formatNumber(linksConfirmed)} confirmed, ${formatNumber(linksWithdrawn)} no longer there`] as const]),
  ];
}

function spanOf(oldestAt: string, newestAt: string): string {
  const [oldest, newest] = [formatDay(oldestAt), formatDay(newestAt)];
  return oldest === newest ? oldest : `${oldest} to ${newest}`;
}
