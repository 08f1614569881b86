import type { TalkSlotView } from '../../contract/talk';
import { sentence } from '../../domain/sentence';
import type { App } from '../../app';

/** Drafts with a model's sentence where there is one for this customer's words; the day, the quote and everything else are by rule. */
export async function wordedDrafts(app: App, product: string, slots: readonly TalkSlotView[]): Promise<readonly TalkSlotView[]> {
  const people = slots.flatMap(({ reason, person }) => (person === undefined ? [] : [{ signal: person.quote.signal, text: person.quote.text, reason }]));
  const worded = await app.agent.wordings.ofInvitations(product, people);
  const bySlot = new Map(people.map(({ reason }, index) => [reason, worded[index]]));
  return slots.map((slot) => {
    const one = bySlot.get(slot.reason);
    if (slot.person === undefined || one === undefined || (one.kind === 'rules' && one.because === 'off')) return slot;
    if (one.kind === 'rules') return { ...slot, person: { ...slot.person, draftBy: 'rules' } };
    return { ...slot, person: { ...slot.person, draftBy: 'model', draft: sentence(`talk.drafted.${slot.reason}`, { ...slot.person.draft.params, line: one.lines['line'] ?? '' }) } };
  });
}
