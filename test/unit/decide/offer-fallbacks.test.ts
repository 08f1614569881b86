import { offerFallbacks } from '../../../src/decide/offer-fallbacks';
import type { Transition } from '../../../src/domain/sweep';

const to = (name: string, more: Partial<Transition> = {}): Transition => ({ id: name, to: { id: name, name, category: 'done' }, requires: [], ...more });

describe('what a workflow without our resolution offers', () => {
  it('names honest resolutions first, then ways that ask for none; each once', () => {
    expect(offerFallbacks([to('Done', { resolutions: ['Done', 'Declined'] }), to('Rejected'), to('Cancelled', { resolutions: ['Declined'] })])).toEqual([
      { kind: 'resolution', name: 'Declined' },
      { kind: 'status', name: 'Rejected' },
    ]);
  });

  it('offers nothing that claims the work was done, needs fields, or does not close', () => {
    const open: Transition = { id: '1', to: { id: '1', name: 'To Do', category: 'todo' }, requires: [], resolutions: ['Declined'] };
    expect(offerFallbacks([to('Done', { resolutions: ['Fixed', 'Done'] }), to('Declined', { requires: ['Root cause'] }), open])).toEqual([]);
  });
});
