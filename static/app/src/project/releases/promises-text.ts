import type { ReleaseLine } from '../../../../../src/contract/outcomes';
import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { VERDICTS } from '../../components/verdict-mark';

/** What came of a release in one line: early flags, verdicts, and what is still waiting. */
export function promisesText(line: ReleaseLine): string {
  if (line.state === 'withdrawn') return 'withdrawn';
  if (line.state === 'superseded') return 'replaced by a later reading';
  const judged = VERDICTS.filter(({ kind }) => line.byVerdict[kind] > 0).map(({ kind, name }) => `${line.byVerdict[kind] > 1 ? `${formatNumber(line.byVerdict[kind])} × ` : ''}${name.toLowerCase()}`);
  const waiting = line.waiting === 0 ? [] : [`${formatNumber(line.waiting)} waiting${line.nextReadOutAt === undefined ? '' : `, next read-out ${formatDay(line.nextReadOutAt)}`}`];
  const flagged = line.adverse === 0 ? [] : [`${formatNumber(line.adverse)} ${line.adverse === 1 ? 'theme' : 'themes'} flagged early`];
  const parts = [...flagged, ...judged, ...waiting];
  return parts.length === 0 ? 'nothing promised that can be measured' : parts.join('; ');
}
