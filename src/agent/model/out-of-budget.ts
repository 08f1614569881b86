import type { Model } from '../../ports/model';

/** A model of which is known that the month no longer holds a question: what is left of a budget may be too little long before it is nothing. */
export function notedBudget(model: Model, noteRefused: () => Promise<void>): Model {
  let isNoted = false;
  return {
    id: model.id,
    async ask(ask) {
      const answer = await model.ask(ask);
      if (answer.kind === 'failure' && answer.code === 'over-budget' && !isNoted) {
        isNoted = true;
        await noteRefused();
      }
      return answer;
    },
  };
}
