import { testWords } from '../../../../../src/contract/source-messages';
import type { SourceTest } from '../../../../../src/contract/sources';
import { Icon } from '../../components/icon';

/** What the test found: the sentence, or what is wrong and what to do. */
export function TestNote({ tested }: { readonly tested: SourceTest }) {
  if (tested.ok) {
    return (
      <div className="rs-test-good" role="status">
        <p className="rs-test-found"><Icon name="check" /> <span>It works: {tested.found}.</span></p>
        {tested.warnings.map((warning) => <p key={warning} className="rs-problem">{warning}</p>)}
      </div>
    );
  }
  const words = tested.code === undefined ? undefined : testWords(tested.code);
  return (
    <div className="rs-alert" role="alert">
      <Icon name="warning" />
      <div>
        <p className="rs-alert-title">{tested.problem ?? words ?? 'It does not work.'}</p>
        {tested.problem !== undefined && words !== undefined && <p className="rs-alert-text">{words}</p>}
      </div>
    </div>
  );
}
