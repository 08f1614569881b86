import type { ReadKinds, ReadMark } from '../../../../src/contract/read-mark';
import { formatCount, formatNumber } from '../../../../src/contract/format-sentence';

const PAIN = { none: '', annoys: ', annoys', hinders: ', hinders', blocks: ', blocks their work' } as const;
const STANCE = { supports: '; speaks for this issue', contradicts: '; speaks against this issue', unrelated: '; about something else than this issue', unproven: '; what it said of this issue could not be proven' } as const;
const KIND = { problem: 'problem', wish: 'wish', question: 'question', praise: 'praise', other: 'something else' } as const;
const KINDS = ['problem', 'wish', 'question', 'praise', 'other'] as const;

/** What the agent read in a signal, apart from what the engine found: quiet, one line. The customer's words are named where they are not the quote above. */
export function ReadByAgent({ read, quoted }: { readonly read: ReadMark | undefined; readonly quoted: string }) {
  if (read === undefined) return null;
  const { kind, severity, stance, need } = read;
  return (
    <p className="rs-note rs-read">
      Read by the agent: {KIND[kind]}{PAIN[severity]}{stance === undefined ? '' : STANCE[stance]}.
      {need !== undefined && <> In its words: <span dir="auto">{need.text}</span>{!quoted.includes(need.words) && <>, from <q dir="auto">{need.words}</q></>}</>}
    </p>
  );
}

/** The same of many: how many are read, and of what kind. */
export function KindsByAgent({ read, all }: { readonly read: ReadKinds | undefined; readonly all: number }) {
  if (read === undefined || read.looked === 0) return null;
  const of = read.looked < all ? `the ${formatNumber(read.looked)} looked at` : formatCount(read.looked, 'signal');
  const kinds = KINDS.filter((kind) => read.kinds[kind] > 0).map((kind) => `${formatNumber(read.kinds[kind])} ${kindWord(kind, read.kinds[kind])}`);
  return <p className="rs-note">Read by the agent: {read.read === 0 ? `none of ${of} yet` : `${formatNumber(read.read)} of ${of}: ${kinds.join(', ')}`}.</p>;
}

function kindWord(kind: (typeof KINDS)[number], count: number): string {
  if (kind === 'other') return 'of another kind';
  if (kind === 'praise') return 'of praise';
  if (count === 1) return KIND[kind];
  return kind === 'wish' ? 'wishes' : `${KIND[kind]}s`;
}
