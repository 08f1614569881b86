import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ConversationRow, TalkView } from '../../../../../src/contract/talk';
import type { Sentence } from '../../../../../src/contract/panel';
import { formatDay, formatNumber, formatSentence, formatShortDay } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { Quote } from '../../components/quote';
import { To } from '../to';

interface Props {
  readonly first: TalkView['conversations'];
  readonly clock: Sentence | undefined;
}

/** Conversations by week, empty weeks visible, and what was said in them. */
export function Conversations({ first, clock }: Props) {
  const [more, setMore] = useState<{ readonly of: Props['first']; readonly rows: readonly ConversationRow[]; readonly next?: string | undefined }>({ of: first, rows: [], next: first.next });
  const [isFailed, setFailed] = useState(false);
  // A new first page (after an act) forgets what was loaded behind the old one.
  const later = more.of === first ? more : { of: first, rows: [], next: first.next };
  const load = async (): Promise<void> => {
    const answer = await call('talk.conversations', later.next === undefined ? {} : { after: later.next });
    setFailed(!answer.ok);
    if (answer.ok) setMore({ of: first, rows: [...later.rows, ...answer.value.rows], next: answer.value.next });
  };
  const rows = [...first.rows, ...later.rows];
  return (
    <section>
      <h2>{formatSentence(first.weeks.title)}</h2>
      <p className="rs-note">A team’s count, never a person’s. Empty weeks stay visible.{clock !== undefined && ` Prototypes: ${formatSentence(clock)}.`}</p>
      <div className="rs-table-wrap">
        <table className="rs-table rs-talk-weeks">
          <caption className="rs-sr">Conversations by week</caption>
          <thead><tr>{first.weeks.weeks.map(({ week }, index) => <th key={week} scope="col">{index === first.weeks.weeks.length - 1 ? 'Now' : formatShortDay(week)}</th>)}</tr></thead>
          <tbody><tr>{first.weeks.weeks.map(({ week, count }) => <td key={week} className={count === 0 ? 'rs-week-empty' : undefined}>{formatNumber(count)}</td>)}</tr></tbody>
        </table>
      </div>
      {rows.length > 0 && (
        <ul className="rs-lines rs-talk-log">
          {rows.map((row) => <Row key={row.id} row={row} />)}
        </ul>
      )}
      {later.next !== undefined && <div className="rs-acts"><Button spacing="compact" onClick={() => void load()}>Earlier ones</Button></div>}
      {isFailed && <p role="alert" className="rs-problem">The earlier ones could not be read.</p>}
    </section>
  );
}

function Row({ row }: { readonly row: ConversationRow }) {
  if (row.quote === undefined) return <li><p className="rs-note">{formatDay(row.heldAt)} · kept for numbers only, or gone at the customer’s wish</p></li>;
  return (
    <li>
      <Quote quote={row.quote} showStanding={false}>{row.theme !== undefined && <To route={{ at: 'theme', theme: row.theme.id }}>{row.theme.label}</To>}</Quote>
      {row.took !== undefined && <p className="rs-took" dir="auto">{row.took}</p>}
    </li>
  );
}
