import type { SeedWorkflow } from './seed';

/** Three statuses, free transitions, and a resolution of our own for what no customer supports. */
export const PLAIN_WORKFLOW: SeedWorkflow = {
  statuses: [
    { name: 'To Do', category: 'todo' },
    { name: 'In Progress', category: 'doing' },
    { name: 'Done', category: 'done' },
  ],
  resolutions: ['Done', 'Duplicate', "Won't Do", 'Cannot Reproduce', 'No customer evidence'],
};
