import type { SeedProject, SeedSprint, SeedVersion } from '../seed';
import { DEMO_RELEASES } from './releases';

export const SECURITY_LEVEL = 'Security only';

/** Two projects with different workflows: one knows the resolution for what no customer supports, one does not. */
export const DEMO_PROJECTS: readonly SeedProject[] = [
  {
    id: '10100',
    key: 'DSP',
    name: 'Dispatch',
    securityLevels: { [SECURITY_LEVEL]: ['spannerby:ruben', 'spannerby:imani', 'spannerby:dana'] },
    workflow: {
      statuses: [
        { name: 'Backlog', category: 'todo' },
        { name: 'Selected', category: 'todo' },
        { name: 'In Progress', category: 'doing' },
        { name: 'In Review', category: 'doing' },
        { name: 'Done', category: 'done' },
      ],
      transitions: [
        { name: 'Select', from: ['Backlog'], to: 'Selected' },
        { name: 'Back to backlog', from: ['Selected', 'In Progress'], to: 'Backlog' },
        { name: 'Start', from: ['Backlog', 'Selected', 'In Review'], to: 'In Progress' },
        { name: 'Review', from: ['In Progress'], to: 'In Review' },
        { name: 'Close', from: ['Backlog', 'Selected', 'In Progress', 'In Review'], to: 'Done', resolutionOnScreen: true },
        { name: 'Reopen', from: ['Done'], to: 'Backlog' },
      ],
      resolutions: ['Done', 'Duplicate', "Won't Do", 'Cannot Reproduce', 'No customer evidence'],
    },
  },
  {
    id: '10101',
    key: 'CRW',
    name: 'Crew',
    securityLevels: { [SECURITY_LEVEL]: ['spannerby:ruben', 'spannerby:lars'] },
    workflow: {
      statuses: [
        { name: 'To Do', category: 'todo' },
        { name: 'Ready', category: 'todo' },
        { name: 'In Progress', category: 'doing' },
        { name: 'Testing', category: 'doing' },
        { name: 'Closed', category: 'done' },
      ],
      transitions: [
        { name: 'Plan', from: ['To Do'], to: 'Ready' },
        { name: 'Back to list', from: ['Ready', 'In Progress'], to: 'To Do' },
        { name: 'Start', from: ['To Do', 'Ready'], to: 'In Progress' },
        { name: 'Test', from: ['In Progress'], to: 'Testing' },
        { name: 'Fail', from: ['Testing'], to: 'In Progress' },
        { name: 'Close', from: ['To Do', 'Ready', 'In Progress', 'Testing'], to: 'Closed', resolutionOnScreen: true },
        { name: 'Reopen', from: ['Closed'], to: 'To Do' },
      ],
      resolutions: ['Fixed', 'Duplicate', "Won't Fix"],
    },
  },
];

export const DEMO_SPRINTS: readonly SeedSprint[] = [
  { id: 141, project: 'DSP', name: 'Dispatch 43', state: 'closed', startAt: '2026-02-09T09:00:00.000Z', endAt: '2026-02-20T16:00:00.000Z' },
  { id: 142, project: 'DSP', name: 'Dispatch 44', state: 'active', startAt: '2026-02-23T09:00:00.000Z', endAt: '2026-03-06T16:00:00.000Z' },
  { id: 143, project: 'DSP', name: 'Dispatch 45', state: 'future' },
  { id: 221, project: 'CRW', name: 'Crew 21', state: 'closed', startAt: '2026-02-02T09:00:00.000Z', endAt: '2026-02-13T16:00:00.000Z' },
  { id: 222, project: 'CRW', name: 'Crew 22', state: 'active', startAt: '2026-02-23T09:00:00.000Z', endAt: '2026-03-13T16:00:00.000Z' },
];

export const ACTIVE_SPRINT: Readonly<Record<'DSP' | 'CRW', number>> = { DSP: 142, CRW: 222 };

export const DEMO_VERSIONS: readonly SeedVersion[] = DEMO_RELEASES.map(({ project, name, day, released }, index) => ({
  id: String(20_100 + index),
  project,
  name,
  releasedAt: `${day}T09:00:00.000Z`,
  released,
}));
