import type { Answer } from '../../../../../src/contract/answer';
import { call } from '../../api';
import type { Input } from '../../api';

/** Every part of what is held, one after the other; a part that fails fails the whole, so that nobody is given half of it. */
export async function exportWhole(who: Input<'admin.findSubject'>): Promise<Answer<string>> {
  const parts: string[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const answer: Awaited<ReturnType<typeof call<'admin.exportSubject'>>> = await call('admin.exportSubject', { ...who, from });
    if (!answer.ok) return answer;
    parts.push(answer.value.text);
    from = answer.value.next;
  }
  return { ok: true, value: parts.join('') };
}
