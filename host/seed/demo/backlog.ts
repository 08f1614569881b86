import { DAY_IN_MS, epochMs, isoTime, type IsoTime } from '../../../src/domain/time';
import type { SeedIssue } from '../seed';
import { readBacklog, type BacklogLine, type IssueState } from './backlog-lines';
import { STARTS_AT } from './calendar';
import { dice, type Dice } from './dice';
import { needOf } from './needs';
import { ACTIVE_SPRINT, SECURITY_LEVEL } from './projects';
import { DEMO_RELEASES } from './releases';
import { DEVELOPERS, REPORTERS } from './users';

/** An issue of the demo tenant and the need it is about, if any. */
export interface DemoIssue {
  readonly issue: SeedIssue;
  readonly need?: string;
}

const OLDEST = '2022-05-02T00:00:00.000Z';
const STATUS: Readonly<Record<'DSP' | 'CRW', Readonly<Record<IssueState, string>>>> = {
  DSP: { todo: 'Backlog', sel: 'Selected', doing: 'In Progress', review: 'In Review', done: 'Done', wont: 'Done', dupe: 'Done', evid: 'Done' },
  CRW: { todo: 'To Do', sel: 'Ready', doing: 'In Progress', review: 'Testing', done: 'Closed', wont: 'Closed', dupe: 'Closed', evid: 'Closed' },
};
const RESOLUTION: Readonly<Record<'DSP' | 'CRW', Partial<Record<IssueState, string>>>> = {
  DSP: { done: 'Done', wont: "Won't Do", dupe: 'Duplicate', evid: 'No customer evidence' },
  CRW: { done: 'Fixed', wont: "Won't Fix", dupe: 'Duplicate', evid: "Won't Fix" },
};

interface Dated {
  readonly line: BacklogLine;
  readonly createdAt: IsoTime;
  readonly resolvedAt?: IsoTime;
}

/** About six hundred issues of two projects, numbered in the order in which they were created. */
export function demoBacklog(): readonly DemoIssue[] {
  const chance = dice('backlog');
  const dated = readBacklog().map((line) => withDates(line, chance)).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  const numbers = { DSP: 0, CRW: 0 };
  const keys = new Map(dated.map(({ line }) => [line, `${line.project}-${(numbers[line.project] += 1)}`]));
  const epics = new Map(dated.filter(({ line }) => line.type === 'Epic' && line.need !== undefined).map(({ line }) => [`${line.project} ${line.need}`, keys.get(line)]));
  return dated.map((one, index) => ({
    issue: toIssue(one, index, keys.get(one.line) ?? '', epics.get(`${one.line.project} ${one.line.need}`), chance),
    ...(one.line.need === undefined ? {} : { need: one.line.need }),
  }));
}

function withDates(line: BacklogLine, chance: Dice): Dated {
  const shippedOn = DEMO_RELEASES.find((one) => one.project === line.project && one.name === line.version && one.released)?.day;
  if (line.state === 'done' && shippedOn !== undefined) {
    const resolvedAt = later(shippedOn, -chance.whole(1, 24));
    return { line, resolvedAt, createdAt: later(resolvedAt, -chance.whole(20, 300)) };
  }
  const since = line.need === undefined ? undefined : needOf(line.need).issuesSince;
  const createdAt = between(chance, since ?? OLDEST, later(STARTS_AT, line.state === 'todo' ? -6 : -45));
  if (line.state === 'wont' || line.state === 'dupe' || line.state === 'evid') return { line, createdAt, resolvedAt: between(chance, createdAt, STARTS_AT) };
  return { line, createdAt };
}

function toIssue({ line, createdAt, resolvedAt }: Dated, index: number, key: string, epic: string | undefined, chance: Dice): SeedIssue {
  const { project, facts, state } = line;
  const isStarted = state === 'doing' || state === 'review' || state === 'sel' || state === 'done';
  const resolution = RESOLUTION[project][state];
  const votes = Number(facts.get('votes') ?? chance.weigh([['0', 7], ['1', 2], ['2', 1]]));
  const due = facts.get('due');
  const parent = epic === undefined || epic === key || state === 'dupe' ? undefined : epic;
  const labels = facts.get('labels')?.split(',') ?? [];
  return {
    id: String(40_001 + index),
    key,
    project,
    summary: line.summary,
    type: line.type,
    status: STATUS[project][state],
    priority: facts.get('p') ?? chance.weigh([['Medium', 6], ['Low', 3], ['Lowest', 1]]),
    createdAt,
    updatedAt: resolvedAt ?? between(chance, createdAt, STARTS_AT),
    reporter: chance.pick(REPORTERS),
    fixVersions: line.version === undefined ? [] : [line.version],
    labels: facts.has('keep') ? [...labels, 'keep'] : labels,
    votes,
    watchers: Math.ceil(votes / 3) + chance.whole(0, 1),
    ...(line.description === undefined ? {} : { description: line.description }),
    ...(resolution === undefined ? {} : { resolution }),
    ...(resolvedAt === undefined ? {} : { resolvedAt }),
    ...(isStarted || chance.yes(0.15) ? { assignee: chance.pick(DEVELOPERS[project]) } : {}),
    ...(facts.has('sprint') ? { sprint: ACTIVE_SPRINT[project] } : {}),
    ...(parent === undefined ? {} : { parent }),
    ...(due === undefined ? {} : { dueAt: `${due}T00:00:00.000Z` }),
    ...(facts.has('sec') ? { securityLevel: SECURITY_LEVEL } : {}),
  };
}

function later(at: string, days: number): IsoTime {
  return isoTime(epochMs(at) + days * DAY_IN_MS);
}

/** A moment in office hours between two times. */
function between(chance: Dice, from: string, to: string): IsoTime {
  const moment = epochMs(from) + chance.next() * Math.max(0, epochMs(to) - epochMs(from));
  return isoTime(Math.min(Math.floor(moment), epochMs(to)));
}
