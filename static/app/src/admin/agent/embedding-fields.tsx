import Textfield from '@atlaskit/textfield';
import type { AgentSettingsView } from '../../../../../src/contract/agent';

type Embeddings = NonNullable<AgentSettingsView['embeddings']>;

interface Props {
  readonly provider: AgentSettingsView['provider'];
  readonly chosen: Embeddings | undefined;
  readonly known: Embeddings;
  readonly onChange: (embeddings: Embeddings | undefined) => void;
}

/** Whether search also goes by meaning, with which model. Off, and with a provider that has none, it goes by words. */
export function EmbeddingFields({ provider, chosen, known, onChange }: Props) {
  if (provider === 'forge') return <p className="rs-note">Atlassian’s models have no embeddings: search stays by words.</p>;
  return (
    <>
      <label className="rs-tick">
        <input type="checkbox" checked={chosen !== undefined} onChange={(event) => onChange(event.currentTarget.checked ? known : undefined)} />
        <span>Search by meaning too <span className="rs-note">Every signal and issue title becomes a vector. It finds candidates that share no word with an issue; what is shown as a suggestion stays as strict.</span></span>
      </label>
      {chosen !== undefined && (
        <>
          <label className="rs-field">Embedding model<Textfield value={chosen.model} onChange={(event) => onChange({ ...chosen, model: event.currentTarget.value.trim() })} /></label>
          <label className="rs-policy-field"><span>Dollars per million tokens embedded<span className="rs-note rs-block">From the same budget.</span></span><input type="number" min="0" step="any" value={Number.isNaN(chosen.price) ? '' : chosen.price} onChange={(event) => onChange({ ...chosen, price: event.currentTarget.valueAsNumber })} /></label>
        </>
      )}
    </>
  );
}
