import type { FlagView } from '../../../../../src/contract/outcomes';
import { formatCount, formatSentence } from '../../../../../src/contract/format-sentence';
import { VerdictMark } from '../../components/verdict-mark';
import { To } from '../to';

interface Props {
  readonly flags: readonly FlagView[];
  readonly onMembers: (flag: FlagView) => void;
}

/** Themes that rose after a release though nobody promised anything about them: the sentence, when it showed, the list behind the number. */
export function Flags({ flags, onMembers }: Props) {
  return (
    <>
      {flags.map((flag) => (
        <section key={flag.theme} className="rs-flag">
          <VerdictMark kind="more" />
          <h2>{formatSentence(flag.title)}</h2>
          <p className="rs-note">{formatSentence(flag.note)}.</p>
          <p className="rs-window-links">
            <button type="button" className="rs-link" onClick={() => onMembers(flag)}>{formatCount(flag.observed, flag.unit)} since, {formatCount(flag.signals, 'signal')}</button>
            <To route={{ at: 'theme', theme: flag.theme }}>The whole theme</To>
          </p>
        </section>
      ))}
    </>
  );
}
