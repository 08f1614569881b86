import type { AdminView } from '../../../../src/contract/admin';
import type { StartInput } from './upload';

export type Source = NonNullable<StartInput['source']>;
/** What somebody typed of a source of files. */
export interface SourceDraft {
  readonly name: string;
  readonly kind: string;
  /** Absent until somebody chooses: then it is that of the source of this name, or open. */
  readonly visibility?: Source['visibility'];
}
/** Sources that nothing reads, and nobody sends to, by itself. */
export type KnownSources = AdminView['products'][number]['files'];

/** A source that is known by its name goes on; a new name makes a new source. */
export function sourceInput(draft: SourceDraft, known: KnownSources): Source {
  const existing = named(draft, known);
  const name = draft.name.trim();
  return { id: existing?.id ?? slug(name), kind: existing?.kind ?? draft.kind, name: existing?.name ?? name, visibility: classOf(draft, known) };
}

function named({ name }: Pick<SourceDraft, 'name'>, known: KnownSources): KnownSources[number] | undefined {
  return known.find((source) => source.name.toLowerCase() === name.trim().toLowerCase());
}

/** Who may see what a source of this name says: as chosen, else as it was. */
export function classOf(draft: Pick<SourceDraft, 'name' | 'visibility'>, known: KnownSources): Source['visibility'] {
  return draft.visibility ?? named(draft, known)?.visibility ?? 'open';
}

/** Whether what it said before is shown otherwise from now on. */
export function isShownAnew(draft: Pick<SourceDraft, 'name' | 'visibility'>, known: KnownSources): boolean {
  const existing = named(draft, known);
  return existing !== undefined && existing.visibility !== classOf(draft, known);
}

function slug(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40);
  return plain === '' ? 'source' : plain;
}
