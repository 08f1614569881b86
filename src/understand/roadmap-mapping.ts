import { DEFAULT_MAPPING, type RoadmapColumn, type RoadmapMapping } from '../domain/roadmap';
import type { Settings } from '../ports/settings';

const COLUMNS: readonly string[] = ['unplanned', 'now', 'next', 'later', 'shipped'];

/** The project's own rules for roadmap columns. A stored rule that names no column is left out: the default stands. */
export async function loadMapping(settings: Settings, product: string): Promise<RoadmapMapping> {
  const saved = await settings.find(key(product));
  if (typeof saved !== 'object' || saved === null) return DEFAULT_MAPPING;
  return { statuses: rulesOf('statuses' in saved ? saved.statuses : undefined), versions: rulesOf('versions' in saved ? saved.versions : undefined) };
}

export async function saveMapping(settings: Settings, product: string, mapping: RoadmapMapping): Promise<void> {
  await settings.save(key(product), mapping);
}

function rulesOf(rules: unknown): Readonly<Record<string, RoadmapColumn>> {
  if (typeof rules !== 'object' || rules === null) return {};
  return Object.fromEntries(Object.entries(rules).filter((rule): rule is [string, RoadmapColumn] => typeof rule[1] === 'string' && COLUMNS.includes(rule[1])));
}

function key(product: string): string {
  return `roadmap-mapping:${product}`;
}
