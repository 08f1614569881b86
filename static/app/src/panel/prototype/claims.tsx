import type { ClaimRow, ClaimsView } from '../../../../../src/contract/prototype';
import { formatNumber, formatSentence } from '../../../../../src/contract/format-sentence';
import { Quote } from '../../components/quote';

/** What a long description says about customers, against what they said. What could not be judged is its own number. */
export function Claims({ claims }: { readonly claims: ClaimsView }) {
  return (
    <section>
      <h3>{formatSentence(claims.title)}</h3>
      <p className="rs-note">The description has {formatNumber(claims.words)} words. Its sentences about customers were compared with the {formatNumber(claims.looked)} signals nearest to this issue, by words.</p>
      <Rows name="Supported" rows={claims.supported} />
      <Rows name="No customer among them says so" rows={claims.notSupported} />
      <Rows name="Could not be judged" rows={claims.cannotJudge} />
    </section>
  );
}

function Rows({ name, rows }: { readonly name: string; readonly rows: readonly ClaimRow[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h4>{name}<span className="rs-count">{formatNumber(rows.length)}</span></h4>
      <ul className="rs-lines">
        {rows.map((row, index) => (
          <li key={index}>
            <p dir="auto">{row.claim}{row.why !== undefined && <span className="rs-note"> {formatSentence(row.why)}</span>}</p>
            {row.quotes.map((quote) => <Quote key={quote.signal} quote={quote} showStanding={false} />)}
          </li>
        ))}
      </ul>
    </>
  );
}
