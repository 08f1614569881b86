import Button from '@atlaskit/button/new';
import type { BacklogView } from '../../../../../src/contract/backlog';
import type { Answer } from '../../../../../src/contract/answer';
import { formatCount, formatDay } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { IssueLink } from '../../components/issue-link';
import { Quote } from '../../components/quote';

interface Props {
  readonly view: BacklogView;
  readonly isSaving: boolean;
  readonly onAct: (ask: () => Promise<Answer<BacklogView>>) => void;
}

/** Closed by us, and asked for again since: in the customers' words. */
export function ComingBack({ view, isSaving, onAct }: Props) {
  if (view.comingBack.length === 0) return null;
  return (
    <section>
      <h2>Closed, and asked for again</h2>
      <ul className="rs-lines">
        {view.comingBack.map((row) => (
          <li key={row.item}>
            <div className="rs-sec-head">
              <p>
                <IssueLink issueKey={row.issue.key} /> <span dir="auto">{row.issue.summary}</span>{' '}
                <span className="rs-note">closed on {formatDay(row.closedAt)}; {formatCount(row.customers, view.unit)} since</span>
              </p>
              {view.rights.approve && <Button spacing="compact" isDisabled={isSaving} onClick={() => onAct(() => call('backlog.acceptReopen', { item: row.item }))}>Reopen<span className="rs-sr"> {row.issue.key}</span></Button>}
            </div>
            {row.quotes.map((quote) => <Quote key={quote.signal} quote={quote} showStanding={false} />)}
          </li>
        ))}
      </ul>
    </section>
  );
}
