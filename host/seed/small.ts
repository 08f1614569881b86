import { fivePeople } from './people';
import type { Seed, SeedIssue } from './seed';
import { PLAIN_WORKFLOW } from './workflows';

const PROJECT = 'HIVE';

/** What the beekeepers said: their own words, no template. `[id, day of 2026, author, text]`. */
const WORDS: readonly (readonly [string, string, string, string])[] = [
  ['n1', '01-12', 'k1', 'The scale under hive 3 shows minus four kilos since the frost. Either the bees moved out or your sensor did.'],
  ['n2', '01-14', 'k2', 'negative weight on two of my hives, app says -3.8 kg. restarted everything, still negative'],
  ['n3', '01-19', 'k3', 'Weight is below zero whenever it is below zero outside. Coincidence? :)'],
  ['n4', '01-20', 'k4', 'Can I export the whole year of weights for our association? They want a spreadsheet and all I have is screenshots.'],
  ['n5', '01-27', 'k5', 'Export to Excel please. The vet asks for the treatment diary and I copied it by hand, forty lines.'],
  ['n6', '02-02', 'k6', 'No signal at my second stand, the readings should wait on the device and come later. They are simply missing, a whole week.'],
  ['n7', '02-03', 'k1', 'Lost readings again when the network was away. I thought it stores them?'],
  ['n8', '02-11', 'k7', 'Swarm alarm at 3 in the morning, in February. There is snow. Nobody is swarming.'],
  ['n9', '02-16', 'k8', 'Love it. My father (81) reads the curve every morning before the paper.'],
  ['n10', '02-23', 'k2', 'the treatment diary cannot be printed, the inspector wants paper'],
];

const ISSUES: readonly (readonly [string, string, string])[] = [
  ['Temperature compensation of load cell drifts below 0 °C', 'Bug', 'In Progress'],
  ['CSV export of readings and treatment diary', 'Story', 'To Do'],
  ['Buffer readings on the device while offline', 'Bug', 'To Do'],
  ['Swarm alarm ignores season', 'Bug', 'To Do'],
  ['Replace deprecated MQTT client', 'Task', 'To Do'],
  ['Dark theme for the dashboard', 'Story', 'To Do'],
];

/** A second, small tenant with nothing in common with the others: for seeing that tenants stay apart. */
export function smallSeed(): Seed {
  return {
    tenant: 'hivewright',
    siteName: 'Hivewright (made up)',
    startsAt: '2026-03-02T08:45:00.000Z',
    users: fivePeople('hivewright', [PROJECT]),
    projects: [{ id: '10900', key: PROJECT, name: 'Hivewright scales', workflow: PLAIN_WORKFLOW }],
    versions: [{ id: '20900', project: PROJECT, name: '1.4', released: true, releasedAt: '2026-01-05T09:00:00.000Z' }],
    sprints: [],
    issues: ISSUES.map(issueOf),
    products: [
      {
        id: 'hivewright',
        name: 'Hivewright',
        projects: [PROJECT],
        files: [
          {
            kind: 'signals',
            name: 'beekeepers.jsonl',
            source: { id: 'beekeepers', kind: 'file', name: 'Beekeepers’ mailbox', visibility: 'open' },
            lines: () => WORDS.map(lineOf),
          },
        ],
      },
    ],
    synthetic: true,
  };
}

function issueOf([summary, type, status]: (typeof ISSUES)[number], index: number): SeedIssue {
  const number = index + 1;
  return {
    id: String(90_000 + number),
    key: `${PROJECT}-${number}`,
    project: PROJECT,
    summary,
    type,
    status,
    priority: 'Medium',
    createdAt: `2025-${String(6 + index).padStart(2, '0')}-03T10:00:00.000Z`,
    fixVersions: [],
    labels: [],
  };
}

function lineOf([id, day, author, text]: (typeof WORDS)[number]): string {
  return JSON.stringify({ id, at: `2026-${day}T09:30:00.000Z`, kind: 'said', text, author, locale: 'en-GB' });
}
