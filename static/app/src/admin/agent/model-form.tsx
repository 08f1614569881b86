import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { AgentSettingsView } from '../../../../../src/contract/agent';
import { call } from '../../api';
import { NotDone } from '../closing/not-done';
import { useAct } from '../closing/use-act';
import { EmbeddingFields } from './embedding-fields';

const PROVIDERS = [
  ['none', 'Off', 'Verdicts by rule, quotes as extracts, counts. Nothing is sent anywhere.'],
  ['forge', 'Atlassian’s models', 'Customers’ words and titles of work items stay on Atlassian’s platform.'],
  ['openai', 'OpenAI', 'Customers’ words and titles of work items, with personal data taken out, go to api.openai.com.'],
  ['compatible', 'Another address', 'Any service that speaks OpenAI’s protocol and whose address is in the app’s manifest; the same goes there.'],
] as const;
type Provider = AgentSettingsView['provider'];
type Draft = Omit<AgentSettingsView, 'hasKey' | 'models' | 'knownEmbedding' | 'spent' | 'progress' | 'vectors'>;

/** Provider, pinned model, what it reads and the month's budget. */
export function ModelForm({ product, view, onView }: { readonly product: string; readonly view: AgentSettingsView; readonly onView: (view: AgentSettingsView) => void }) {
  const [draft, setDraft] = useState<Draft>(view);
  const { isSaving, failure, act } = useAct();
  const offered = view.models.filter(({ provider }) => provider === draft.provider);
  const choose = (provider: Provider): void => {
    const first = view.models.find((one) => one.provider === provider);
    setDraft({ ...draft, provider, ...(first === undefined ? {} : { model: first.id, inputPrice: first.inputPrice, outputPrice: first.outputPrice }) });
  };
  const pick = (id: string): void => {
    const known = view.models.find((one) => one.id === id);
    setDraft({ ...draft, model: id, ...(known === undefined ? {} : { inputPrice: known.inputPrice, outputPrice: known.outputPrice }) });
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const { provider, model, address, inputPrice, outputPrice, reads, embeddings, tokens, dollars } = draft;
    const named = provider === 'none' || model === undefined ? {} : { model };
    const placed = provider === 'compatible' && address !== undefined ? { address } : {};
    const meant = embeddings === undefined || provider === 'none' || provider === 'forge' ? {} : { embeddings };
    void act(() => call('agent.save', { product, provider, ...named, ...placed, inputPrice, outputPrice, reads, ...meant, tokens, dollars }), onView);
  };
  const number = (value: number): number | '' => (Number.isNaN(value) ? '' : value);
  const isComplete = [draft.inputPrice, draft.outputPrice, draft.tokens, draft.dollars, draft.embeddings?.price ?? 0].every((value) => !Number.isNaN(value));
  return (
    <form className="rs-form" onSubmit={save}>
      <fieldset className="rs-radios">
        <legend>Who reads and writes</legend>
        {PROVIDERS.map(([provider, name, text]) => (
          <label key={provider} className="rs-tick">
            <input type="radio" name={`provider-${product}`} checked={draft.provider === provider} onChange={() => choose(provider)} />
            <span>{name} <span className="rs-note">{text}</span></span>
          </label>
        ))}
      </fieldset>
      {draft.provider !== 'none' && (
        <>
          {draft.provider === 'compatible' && <label className="rs-field">Address<Textfield value={draft.address ?? ''} placeholder="https://models.example.com/v1" onChange={(event) => setDraft({ ...draft, address: event.currentTarget.value.trim() })} /></label>}
          <label className="rs-field">
            Model, as a dated version
            <Textfield list={`models-${product}`} value={draft.model ?? ''} onChange={(event) => pick(event.currentTarget.value.trim())} />
            <datalist id={`models-${product}`}>{offered.map(({ id }) => <option key={id} value={id} />)}</datalist>
          </label>
          <label className="rs-field">
            What it reads
            <select value={draft.reads} onChange={(event) => setDraft({ ...draft, reads: event.currentTarget.value === 'everything' ? 'everything' : 'candidates' })}>
              <option value="candidates">Signals that may belong to an issue, and examples of themes</option>
              <option value="everything">Every signal</option>
            </select>
          </label>
          <EmbeddingFields provider={draft.provider} chosen={draft.embeddings} known={view.knownEmbedding} onChange={(embeddings) => setDraft(({ embeddings: _, ...rest }) => (embeddings === undefined ? rest : { ...rest, embeddings }))} />
          <label className="rs-policy-field"><span>Tokens a month<span className="rs-note rs-block">Reading stops here. 0 stops everything.</span></span><input type="number" min="0" step="1" value={number(draft.tokens)} onChange={(event) => setDraft({ ...draft, tokens: event.currentTarget.valueAsNumber })} /></label>
          <label className="rs-policy-field"><span>Dollars a month<span className="rs-note rs-block">Whichever comes first stops it.</span></span><input type="number" min="0" step="any" value={number(draft.dollars)} onChange={(event) => setDraft({ ...draft, dollars: event.currentTarget.valueAsNumber })} /></label>
          <label className="rs-policy-field"><span>Dollars per million tokens read</span><input type="number" min="0" step="any" value={number(draft.inputPrice)} onChange={(event) => setDraft({ ...draft, inputPrice: event.currentTarget.valueAsNumber })} /></label>
          <label className="rs-policy-field"><span>Dollars per million tokens written</span><input type="number" min="0" step="any" value={number(draft.outputPrice)} onChange={(event) => setDraft({ ...draft, outputPrice: event.currentTarget.valueAsNumber })} /></label>
        </>
      )}
      <div className="rs-acts"><Button type="submit" isLoading={isSaving} isDisabled={!isComplete}>{draft.provider === 'none' ? 'Save' : 'Save and read'}</Button></div>
      <NotDone failure={failure} />
    </form>
  );
}
