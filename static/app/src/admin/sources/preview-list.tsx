import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { skippedText } from '../../../../../src/contract/skip-words';
import type { SourcePreviewView } from '../../../../../src/contract/sources';

/** What would be kept, as it would be kept; nothing of it is stored yet. */
export function PreviewList({ preview }: { readonly preview: SourcePreviewView }) {
  const left = skippedText(preview.skipped, formatNumber);
  return (
    <section className="rs-first-signals" aria-label="First signals">
      <p className="rs-note">{preview.signals.length === 0 ? `No customer’s words in ${placeOf(preview)}. If you expected some, look again at what you entered above.` : `${preview.signals.length} of ${placeOf(preview)}, newest first, as they would be kept. Nothing is stored yet.`}</p>
      <ol>
        {preview.signals.map((signal) => (
          <li key={signal.id}>
            <span className="rs-note">{formatDay(signal.at)}{signal.account !== undefined && <> · <bdi>{signal.account}</bdi></>}</span> {signal.title !== undefined && <b className="rs-wrap"><bdi>{signal.title}</bdi> </b>}
            <span className="rs-first-words">{signal.text ?? signal.event ?? ''}</span>
          </li>
        ))}
      </ol>
      {left !== '' && <p className="rs-note">Left out: {left}.</p>}
    </section>
  );
}

function placeOf({ isOfAnyTime }: SourcePreviewView): string {
  return isOfAnyTime ? 'what it shows first' : 'the last two weeks';
}
