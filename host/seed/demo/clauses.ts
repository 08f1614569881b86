import { FIELD_CLAUSES } from './grammar/field';
import { MONEY_CLAUSES } from './grammar/money';
import { OFFICE_CLAUSES } from './grammar/office';
import { OTHER_CLAUSES } from './grammar/everything-else';
import { needOf } from './needs';

/** Pieces that a text about one need is made of. */
export interface Clauses {
  readonly titles: readonly string[];
  readonly core: readonly string[];
  readonly detail: readonly string[];
  readonly harm: readonly string[];
  readonly ask: readonly string[];
}

const KINDS = { t: 'titles', c: 'core', d: 'detail', h: 'harm', a: 'ask' } as const;

/** The grammar by need; `need/before` for what people said of it before its release. @throws Error for a need without clauses of every kind, or a line that cannot be read */
export function readClauses(): ReadonlyMap<string, Clauses> {
  const found = new Map<string, Record<keyof Clauses, string[]>>();
  let current: Record<keyof Clauses, string[]> | undefined;
  for (const line of [MONEY_CLAUSES, OFFICE_CLAUSES, FIELD_CLAUSES, OTHER_CLAUSES].join('\n').split('\n')) {
    if (line.startsWith('@')) {
      current = { titles: [], core: [], detail: [], harm: [], ask: [] };
      const [need = '', when] = line.slice(1).trim().split('/');
      found.set(when === undefined ? needOf(need).id : `${needOf(need).id}/${when}`, current);
    } else if (line !== '') {
      const kind = Object.entries(KINDS).find(([letter]) => line.startsWith(`${letter} `))?.[1];
      if (current === undefined || kind === undefined) throw new Error(`cannot read the clause: ${line}`);
      current[kind].push(line.slice(2));
    }
  }
  for (const [need, clauses] of found) {
    for (const [kind, lines] of Object.entries(clauses)) if (lines.length === 0) throw new Error(`${need} has no ${kind}`);
  }
  return found;
}
