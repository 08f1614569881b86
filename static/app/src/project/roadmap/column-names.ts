import type { RoadmapColumn } from '../../../../../src/contract/roadmap-columns';

export const COLUMN_NAMES: Readonly<Record<RoadmapColumn, string>> = { unplanned: 'Unplanned', now: 'Now', next: 'Next', later: 'Later', shipped: 'Shipped' };
