import Lozenge from '@atlaskit/lozenge';
import type { ContextView } from '../../../../src/contract/panel';
import { failureText } from '../components/failure';
import { useAsk } from '../use-ask';
import { Words } from '../words';

const TONES = { neutral: 'default', rising: 'inprogress', unsure: 'moved' } as const;

/** One line for the right-hand side of the issue: a count and at most one word. */
export function ContextLine() {
  const { ask, again } = useAsk('context.open', {});
  if (ask.kind === 'loading') return <main className="rs-line" aria-busy="true"><div className="rs-bone rs-bone-line" /></main>;
  if (ask.kind === 'ready') return <main className="rs-line"><Line view={ask.value} /></main>;
  return (
    <main className="rs-line">
      <span role="alert">{failureText(ask.failure)}</span>
      <button type="button" className="rs-link" onClick={() => void again()}>
        Try again
      </button>
    </main>
  );
}

function Line({ view }: { readonly view: ContextView }) {
  return (
    <>
      <span>
        <Words of={view.line} />
      </span>
      {view.status !== undefined && (
        <Lozenge appearance={TONES[view.status.tone]}>
          <Words of={view.status.label} />
        </Lozenge>
      )}
    </>
  );
}
