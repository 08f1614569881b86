import { resolve } from 'node:path';
import { seeded } from '../statistics';
import { judgeMoment, type JudgedMoment } from './judge-moment';
import { hasHistory, momentAt, readHistory, type Moment } from './time-travel';

const QUARTERS = ['2024-01-01', '2024-04-01', '2024-07-01', '2024-10-01'] as const;
const YEAR_MS = 365 * 86_400_000;
const RANDOM_DRAWS = 2_000;
const SEED = 20_240_101;

const folder = resolve(argument('--data') ?? '../shared/data/thunderbird');

if (!hasHistory(folder)) {
  console.log(`skipped: no data in ${argument('--data') ?? '../shared/data/thunderbird'}`);
} else {
  const history = readHistory(folder);
  const days = argument('--days')?.split(',') ?? QUARTERS;
  report(days.map((day) => judgeMoment(momentAt(history, day))));
}

function report(judged: readonly JudgedMoment[]): void {
  const all = judged.map(scoreOf);
  for (const score of all) {
    const { day, backlog, known, falselyUnsupported, supported, abstained, proposals, listening } = score;
    console.log(`${day}  open ${backlog}  with a known customer ${known}, of these called unsupported ${falselyUnsupported}, supported ${supported}  abstained ${abstained}  proposals ${proposals}  listening: ${listening}`);
    console.log(`            why not: ${Object.entries(score.reasons).sort((a, b) => b[1] - a[1]).map(([reason, count]) => `${reason} ${count}`).join(', ')}`);
  }
  const sum = (of: (score: Score) => number): number => all.reduce((total, score) => total + of(score), 0);
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : Number((part / whole).toFixed(4)));
  const proposals = sum((score) => score.proposals);
  console.log('Every bug in these data was fixed one day, so they cannot show that a close would have been right: a proposal that was "later fixed" counts here although nobody may ever have asked for it, and the items that a real backlog never finishes are missing. They show only how often a bug with a known customer would have been called silent, and whether proposals are fixed sooner or later than others of the same number.');
  console.log('The oldest bugs are dated 2021-10 for want of better, so "oldest first" is partly arbitrary; one channel was read; an item counts as untouched since it was filed.');
  console.log(
    JSON.stringify({
      falselyUnsupported: share(sum((score) => score.falselyUnsupported), sum((score) => score.known)),
      abstained: share(sum((score) => score.abstained), sum((score) => score.backlog)),
      proposals,
      fixedWithin12Months: share(sum((score) => score.fixed), proposals),
      oldestFirst: share(sum((score) => score.oldestFixed), proposals),
      random: share(sum((score) => score.randomFixed), proposals),
    }),
  );
}

interface Score {
  readonly day: string;
  readonly backlog: number;
  readonly known: number;
  readonly falselyUnsupported: number;
  readonly supported: number;
  readonly abstained: number;
  readonly proposals: number;
  readonly fixed: number;
  readonly oldestFixed: number;
  readonly randomFixed: number;
  readonly reasons: Readonly<Record<string, number>>;
  readonly listening: string;
}

function scoreOf({ moment, judgements, listening }: JudgedMoment): Score {
  const of = (kind: string): readonly string[] => [...judgements].filter(([, judgement]) => judgement.kind === kind).map(([issue]) => issue);
  const proposals = of('unsupported');
  const reasons: Record<string, number> = {};
  for (const judgement of judgements.values()) if (judgement.kind === 'abstain') reasons[judgement.reason] = (reasons[judgement.reason] ?? 0) + 1;
  const oldest = [...moment.backlog].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)).slice(0, proposals.length);
  return {
    day: moment.at.slice(0, 10),
    backlog: moment.backlog.length,
    known: moment.known.size,
    falselyUnsupported: proposals.filter((issue) => moment.known.has(issue)).length,
    supported: of('supported').filter((issue) => moment.known.has(issue)).length,
    abstained: of('abstain').length,
    proposals: proposals.length,
    fixed: proposals.filter((issue) => fixedWithinAYear(moment, issue)).length,
    oldestFixed: oldest.filter((issue) => fixedWithinAYear(moment, issue.id)).length,
    randomFixed: randomFixed(moment, proposals.length),
    reasons,
    listening: listening.kind === 'proven' ? 'proven' : `not proven (${listening.doubt})`,
  };
}

function fixedWithinAYear(moment: Moment, issue: string): boolean {
  const fixedAt = moment.fixedAt.get(issue);
  return fixedAt !== undefined && Date.parse(fixedAt) < Date.parse(moment.at) + YEAR_MS;
}

/** What as many items taken blindly would have given, on average over many draws. */
function randomFixed(moment: Moment, count: number): number {
  const random = seeded(SEED);
  let fixed = 0;
  for (let draw = 0; draw < RANDOM_DRAWS; draw += 1) {
    const pool = moment.backlog.map((issue) => issue.id);
    for (let at = 0; at < count; at += 1) {
      const taken = pool.splice(Math.floor(random() * pool.length), 1)[0];
      if (taken !== undefined && fixedWithinAYear(moment, taken)) fixed += 1;
    }
  }
  return fixed / RANDOM_DRAWS;
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}
