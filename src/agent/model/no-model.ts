import { NO_TOKENS, type Model } from '../../ports/model';

/** No model: the default. What asks it gets no reply and answers by rule, from the store alone. */
export const noModel: Model = {
  id: 'none',
  ask: async () => ({ kind: 'failure', code: 'off', retryable: false, use: NO_TOKENS }),
};
