import { testWords } from '../../../../../src/contract/source-messages';
import type { SourceTest } from '../../../../../src/contract/sources';
import { Icon } from '../../components/icon';

/** What is wrong, and what is said beyond that: where it is mended. */
export function sentencesOf(problem: string): readonly [problem: string, remedy?: string] {
  const [, first, rest] = /^(.+?[.!?]) (?=\p{Lu})([\s\S]+)$/u.exec(problem) ?? [];
  return first === undefined || rest === undefined ? [problem] : [first, rest];
}

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
  const [problem, remedy] = tested.problem === undefined ? [] : sentencesOf(tested.problem);
  return (
    <div className="rs-alert" role="alert">
      <Icon name="warning" />
      <div>
        <p className="rs-alert-title">{problem ?? words ?? 'It does not work.'}</p>
        {remedy !== undefined && <p className="rs-alert-text">{remedy}</p>}
        {tested.problem !== undefined && tested.field === undefined && words !== undefined && <p className="rs-alert-text">{words}</p>}
      </div>
    </div>
  );
}
