import { BadInput, NotFound } from '../../domain/errors';
import { isHandedOver } from '../../domain/heard-when-marked';
import type { HeldWord } from '../../domain/held-time';
import { heldOfFiles, saveHeldWord } from '../held-time';
import { KIND as SENDER } from '../inbound/inbound-sources';
import { listKeptSources, type KeptNeeds, type KeptSource } from './kept-sources';

/**
 * A person says which time the files of a source hold: from the first day to the last they hold everything. Later rows carry it on as far as they lie
 * densely. Without a word it is by the rows. Safe to repeat. @throws NotFound StoreUnavailable; BadInput for a time that has not been
 */
export async function sayHeldTime(needs: KeptNeeds, product: string, source: string, word: Required<Pick<HeldWord, 'from' | 'to'>> & Pick<HeldWord, 'isNothingBefore'> | undefined): Promise<void> {
  if (!(await listKeptSources(needs)).some((one) => one.product === product && one.id === source && isOfFiles(one))) throw new NotFound('no such source of files');
  if (word !== undefined && (word.from > word.to || word.from > needs.clock.now())) throw new BadInput('source', 'from', 'not a time that has been');
  await saveHeldWord(needs, product, source, word);
  await rewrite(needs, product, source);
  await needs.wantUnderstanding(product);
}

/** Files that were read before anybody noted which time they hold: their coverage says it from now on. Safe to repeat. @throws StoreUnavailable BadInput */
export async function noteHeldTimes(needs: KeptNeeds): Promise<void> {
  for (const one of await listKeptSources(needs)) if (isOfFiles(one) && one.held === undefined && one.signals > 0) await rewrite(needs, one.product, one.id);
}

function isOfFiles({ kind }: Pick<KeptSource, 'kind'>): boolean {
  return kind !== SENDER && !isHandedOver(kind);
}

/** Only that: nothing was read now, and its gaps are as they were. */
async function rewrite({ stores, settings, clock }: KeptNeeds, product: string, source: string): Promise<void> {
  const coverage = (await stores.products.listCoverage(product)).find((one) => one.source === source);
  if (coverage === undefined) return;
  const { held: _held, nothingBefore: _nothing, ...rest } = coverage;
  await stores.products.saveCoverage(product, { ...rest, ...(await heldOfFiles({ stores, settings, clock }, product, source)) });
}
