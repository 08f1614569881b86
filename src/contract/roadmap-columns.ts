/** Roadmap columns: from fix versions, sprints and status category; the mapping is a project setting. */
export type RoadmapColumn = 'unplanned' | 'now' | 'next' | 'later' | 'shipped';
/** Apart from the schemas, so that a screen need not load them. */
export const ROADMAP_COLUMNS: readonly RoadmapColumn[] = ['unplanned', 'now', 'next', 'later', 'shipped'];
