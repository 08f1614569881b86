import type { AdminView } from '../../../../../src/contract/admin';
import { Asked } from '../../components/asked';
import { useAsk } from '../../use-ask';
import { KeyForm } from './key-form';
import { ModelForm } from './model-form';
import { Spent } from './spent';

/** Whether a model reads and writes for one product, which one, and what it may cost. Off, everything still works: by rules and extracts. */
export function AgentStep({ product }: { readonly product: AdminView['products'][number] }) {
  const { ask, again, replace } = useAsk('agent.settings', { product: product.id });
  return (
    <Asked ask={ask} onRetry={() => void again()}>
      {(view) => (
        <div className="rs-stack">
          <ModelForm key={JSON.stringify([view.provider, view.model, view.tokens, view.dollars])} product={product.id} view={view} onView={replace} />
          {(view.provider === 'openai' || view.provider === 'compatible') && <KeyForm product={product.id} hasKey={view.hasKey} onView={replace} />}
          {view.provider !== 'none' && <Spent product={product.id} view={view} onView={replace} />}
        </div>
      )}
    </Asked>
  );
}
