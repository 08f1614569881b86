import type { Mode } from '../../../src/contract/backlog';

export const MODES: readonly Mode[] = ['off', 'observe', 'suggest', 'notice-only', 'live'];
/** How far closing may go, in words. */
export const MODE_WORDS: Readonly<Record<Mode, { readonly name: string; readonly text: string }>> = {
  off: { name: 'Off', text: 'Nothing is looked at for closing.' },
  observe: { name: 'Observe', text: 'We say what we would propose. Nothing can be closed.' },
  suggest: { name: 'Suggest', text: 'We propose, a person approves, the reporter is told, then it closes.' },
  'notice-only': { name: 'Notice only', text: 'Notices go out by themselves. A person closes.' },
  live: { name: 'Live', text: 'Notices and closes happen by themselves, within the caps.' },
};
