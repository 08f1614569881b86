import { useCallback, useState } from 'react';
import type { AdminView } from '../../../../src/contract/admin';
import { SyntheticMark } from '../components/coverage-foot';
import { FailureNote } from '../components/failure';
import { useAsk } from '../use-ask';
import { AgentStep } from './agent/agent-step';
import { ClosingStep } from './closing-step';
import { Accounts } from './accounts/accounts';
import { Inbound } from './inbound/inbound';
import { KeptSources } from './kept/kept-sources';
import { FileStep } from './file-step';
import { PinStep } from './pin-step';
import { ProductChoice } from './product-choice';
import { ProductStep } from './product-step';
import { ReadStep } from './read-step';
import { Subject } from './subject/subject';
import { Routes } from './routes/routes';
import { Sources } from './sources/sources';
import { Step } from './step';

/** The steps from nothing to evidence on issues, in the order in which they make sense; closing last, and off until allowed. */
export function Admin() {
  const { ask, again } = useAsk('admin.open', {});
  const onChange = useCallback(() => void again(), [again]);
  const view = ask.kind === 'ready' ? ask.value : ask.kind === 'failed' ? ask.last?.value : undefined;
  return (
    <main className="rs-admin">
      <header>
        <h1>Resurface {view?.synthetic === true && <SyntheticMark />}</h1>
        <p className="rs-lead">Shows on each Jira issue what customers said about it. Every step can be changed later.</p>
      </header>
      {ask.kind === 'failed' && (
        <FailureNote failure={ask.failure} isAsking={ask.isAsking} onRetry={() => void again()}>
          {view === undefined ? 'Nothing was changed.' : 'Below is what was known before.'}
        </FailureNote>
      )}
      {ask.kind === 'loading' && <div className="rs-skeleton" aria-busy="true"><div className="rs-bone rs-bone-wait" /><div className="rs-bone rs-bone-wait" /></div>}
      {view !== undefined && <Steps view={view} onChange={onChange} />}
    </main>
  );
}

function Steps({ view, onChange }: { readonly view: AdminView; readonly onChange: () => void }) {
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [awaited, setAwaited] = useState(0);
  const product = view.products.find(({ id }) => id === chosen) ?? view.products[0];
  const hasSignals = view.products.some(({ signals, imports }) => signals > 0 || imports.length > 0);
  return (
    <ol className="rs-steps">
      <Step number={1} title="Say what a product is" isDone={view.products.length > 0} lead="A product is one or more Jira projects. Its issues meet only its own customers’ words.">
        <ProductStep view={view} onSaved={(id) => { setChosen(id); onChange(); }} />
      </Step>
      <Step number={2} title="Give it what customers said" isDone={hasSignals} lead="Connect the places where they speak, or drop a file of tickets, reviews, forum questions or survey answers. Issues and releases can come by file too.">
        {product === undefined ? <Later>First name a product.</Later> : <><ProductChoice products={view.products} product={product.id} onProduct={setChosen} /><Sources key={`sources-${product.id}`} products={view.products} product={product.id} awaited={awaited} onChange={onChange} /><FileStep key={product.id} product={product} onChange={onChange} /><Inbound products={view.products} product={product.id} onChange={onChange} /><KeptSources key={keptKey(view)} products={view.products} onChange={onChange} /><Accounts key={`accounts ${product.id}`} product={product.id} /><Routes products={view.products} onChange={() => setAwaited((times) => times + 1)} /></>}
      </Step>
      <Step number={3} title="Show the panel on issues" isDone={false} lead="Jira hides an app’s panel until someone clicks for it, issue by issue. Pinned, it stands on every issue of a project.">
        {product === undefined ? <Later>First name a product.</Later> : <PinStep key={view.products.flatMap(({ projects }) => projects).join()} products={view.products} projects={view.projects} />}
      </Step>
      <Step number={4} title="Check what has been read" isDone={false} lead="Silence counts only where everything was read. This is what was, source by source.">
        {product === undefined ? <Later>Nothing yet.</Later> : <><ReadStep view={view} onChange={onChange} /><Subject /></>}
      </Step>
      {product !== undefined && (
        <Step number={5} title={`Decide how far closing may go in ${product.name}`} isDone={false} lead="Nothing closes unless you allow it. A close is proposed with its reason, announced, and can be taken back.">
          <ClosingStep key={product.id} product={product} />
        </Step>
      )}
      {product !== undefined && (
        <Step number={6} title={`Decide whether a model reads for ${product.name}`} isDone={false} lead="Optional. A model reads each customer’s words alone and writes briefs; what it quotes is checked against the source before anyone sees it.">
          <AgentStep key={product.id} product={product} />
        </Step>
      )}
    </ol>
  );
}

/** What is kept is asked for again when a source came, went or was removed. */
function keptKey({ products }: AdminView): string {
  return products.flatMap((product) => product.sources.map(({ source, gaps }) => `${product.id} ${source} ${gaps.length}`)).join();
}

function Later({ children }: { readonly children: string }) {
  return <p className="rs-note">{children}</p>;
}
