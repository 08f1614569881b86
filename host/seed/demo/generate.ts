import type { Author, Cast } from './authors';
import { weekOf, WEEKS } from './calendar';
import { readClauses, type Clauses } from './clauses';
import { outline, phrase, type Words } from './compose';
import { dice, type Dice } from './dice';
import { factsOf, type Draft, type Origin } from './draft';
import type { Leavers } from './leavers';
import { momentIn } from './moments';
import { ALL_NEEDS, needOf, type DemoNeed } from './needs';
import { SHOUTING_ACCOUNT, SILENT_ACCOUNTS } from './planted/accounts';
import { isLost } from './planted/gap';
import { SOURCE_MIXES, type SourceCode } from './sources';
import { voiceOf } from './voice';
import { expectedIn } from './weekly';

const MOST_TRIES = 60;
const FRESH_TRIES = 30;
const SHOUTING_SINCE_WEEK = 8;

/** What one run of the generator carries along. */
interface Run {
  readonly cast: Cast;
  readonly chance: Dice;
  readonly clauses: ReadonlyMap<string, Clauses>;
  /** Texts that exist: nobody says the very same thing twice by accident. */
  readonly taken: Set<string>;
  /** Choices of clauses that were made, by need: a fresh one is preferred as long as there is one. */
  readonly made: Set<string>;
  readonly leavers: Leavers;
}

/**
 * The rest, by grammar. Week by week and need by need: a Poisson count around what is expected, less what was written by hand;
 * each signal gets a place by the need's mix, a person whom the need reaches, and a text made of the need's clauses.
 */
export function generatedSignals(cast: Cast, leavers: Leavers, written: readonly Draft[]): readonly Draft[] {
  const run: Run = {
    cast,
    chance: dice('generate'),
    clauses: readClauses(),
    taken: new Set(written.map((one) => keyOf('', one.text ?? ''))),
    made: new Set(),
    leavers,
  };
  const byHand = countByWeek(written);
  const drafts: Draft[] = [];
  // Counts have chances of their own: another clause in the grammar must not change how loud a week was.
  const counts = new Map(ALL_NEEDS.map((need) => [need, dice(`count ${need.id}`)]));
  for (let week = 0; week < WEEKS; week += 1) {
    for (const [need, chance] of counts) {
      const count = chance.poisson(expectedIn(need.weekly, week)) - (byHand.get(`${need.id} ${week}`) ?? 0);
      for (let index = 0; index < count; index += 1) drafts.push(...oneSignal(run, need, week));
    }
    if (week >= SHOUTING_SINCE_WEEK) drafts.push(...shouts(run, week));
  }
  return [...drafts, ...beforeSilence(run)];
}

function oneSignal(run: Run, need: DemoNeed, week: number): readonly Draft[] {
  const source = run.chance.weigh(SOURCE_MIXES[need.mix]);
  const at = momentIn(week, source, run.chance);
  const author = source === 'exit' ? run.leavers.take(at) : run.cast.cast(need, source, at);
  if (author === undefined || isLost(source, at, need.product)) return [];
  return [draftOf(run, need, source, at, author, 'generated')];
}

function draftOf(run: Run, need: DemoNeed, source: SourceCode, at: string, author: Author, origin: Origin): Draft {
  return { source, need: need.id, origin, at, kind: 'said', ...factsOf(source, need, at, author, run.chance), ...freshWords(run, need, source, at, author) };
}

function freshWords(run: Run, need: DemoNeed, source: SourceCode, at: string, author: Author): Words {
  const clauses = run.clauses.get(at < (need.issuesSince ?? '') ? `${need.id}/before` : need.id);
  if (clauses === undefined) throw new Error(`${need.id} has no clauses`);
  const speaker = { account: author.account, voice: voiceOf(author.id), clauses, isContent: need.id === 'noise-praise', chance: run.chance };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const plan = outline(source, speaker);
    const choice = `${need.id} ${plan.choice}`;
    if (run.made.has(choice) && tries < FRESH_TRIES) continue;
    const words = phrase(source, speaker, plan);
    const text = keyOf(words.title ?? '', words.text);
    if (run.taken.has(text)) continue;
    run.taken.add(text);
    run.made.add(choice);
    return words;
  }
  throw new Error(`${need.id}: the grammar is too small for another text`);
}

function shouts(run: Run, week: number): readonly Draft[] {
  const need = needOf(SHOUTING_ACCOUNT.need);
  return Array.from({ length: run.chance.poisson(SHOUTING_ACCOUNT.perWeek) }, () => {
    const source = run.chance.weigh<SourceCode>([['zd', 5], ['ic', 4], ['jsm', 2], ['cs', 1]]);
    const at = momentIn(week, source, run.chance);
    const person = run.cast.personOf(SHOUTING_ACCOUNT.account, run.chance);
    const author = { ...person, id: `${SHOUTING_ACCOUNT.account}.${run.chance.whole(1, 2)}` };
    return { ...draftOf(run, need, source, at, author, 'shouting'), account: SHOUTING_ACCOUNT.account };
  }).filter((one) => !isLost(one.source, one.at, need.product));
}

/** Four complaints in the ten weeks before an account falls silent. */
function beforeSilence(run: Run): readonly Draft[] {
  return SILENT_ACCOUNTS.flatMap(({ account, need, from }) =>
    [9, 6, 3, 1].map((weeksBefore) => {
      const source = run.chance.weigh<SourceCode>([['zd', 6], ['jsm', 3]]);
      const at = momentIn(weekOf(from) - weeksBefore, source, run.chance);
      const author = run.cast.personOf(account, run.chance);
      return { ...draftOf(run, needOf(need), source, at, author, 'before-silence'), account };
    }),
  );
}

function countByWeek(drafts: readonly Draft[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { need, at } of drafts) {
    const key = `${need ?? ''} ${weekOf(at)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function keyOf(title: string, text: string): string {
  return `${title} ${text}`.toLowerCase().replace(/\W+/g, ' ');
}
