import fc from 'fast-check';
import { changeMark, wholeMark } from '../../src/domain/change-mark';
import type { LinkVerdict } from '../../src/domain/evidence';
import type { Issue } from '../../src/domain/issue';
import type { Signal } from '../../src/domain/signal';
import type { Ports } from '../../src/ports/ports';
import type { Stores } from '../../src/ports/stores';
import type { Engine, PreviousThemes } from '../../src/understand/engine';
import { keepUp, type Pace } from '../../src/understand/keep-up';
import { understand } from '../../src/understand/understand';
import { fakePorts } from '../fakes/ports';

const PRODUCT = 'mail';
const NEEDS = ['address book export writes an empty spreadsheet', 'reminders cannot be snoozed and pop up again', 'printing a letter cuts the right margin', 'search finds nothing in archived folders', 'dark theme makes the calendar unreadable', 'signature is added twice to replies'];
const LEAD = ['Please help,', 'Since the update', 'On my laptop', 'Every day', 'Why is it that', 'For my whole team'];
const TITLES = ['Export address book to spreadsheet', 'Snoozed reminders pop up again', 'Right margin cut when printing', 'Search in archived folders', 'Calendar in the dark theme', 'Signature added twice to replies', 'Refactor nsMsgDBFolder::CloseDB', 'Keep folders in order'];

/** One thing that happens to a product; numbers choose among what is there. */
export type Happening =
  | { readonly kind: 'said' | 'edited'; readonly who: number; readonly need: number; readonly lead: number }
  | { readonly kind: 'gone'; readonly who: number }
  | { readonly kind: 'issue'; readonly which: number; readonly title: number; readonly isRestricted?: boolean }
  | { readonly kind: 'deleted'; readonly which: number }
  | { readonly kind: 'decided'; readonly who: number; readonly which: number; readonly verdict: LinkVerdict }
  | { readonly kind: 'undone'; readonly who: number; readonly which: number };

const happenings = fc.oneof(
  fc.record({ kind: fc.constantFrom('said' as const, 'edited' as const), who: fc.nat(80), need: fc.nat(5), lead: fc.nat(5) }),
  fc.record({ kind: fc.constant('gone' as const), who: fc.nat(80) }),
  fc.record({ kind: fc.constant('issue' as const), which: fc.nat(9), title: fc.nat(7), isRestricted: fc.nat(4).map((n) => n === 0) }),
  fc.record({ kind: fc.constant('deleted' as const), which: fc.nat(9) }),
  fc.record({ kind: fc.constant('decided' as const), who: fc.nat(80), which: fc.nat(9), verdict: fc.constantFrom<LinkVerdict>('confirmed', 'rejected') }),
  fc.record({ kind: fc.constant('undone' as const), who: fc.nat(80), which: fc.nat(9) }),
);

/** What happens one after another, and whether it is looked at before the next. */
export const chances = fc.array(fc.tuple(happenings, fc.boolean()), { minLength: 1, maxLength: 12 });

export function textOf(need: number, lead: number): string {
  return `${LEAD[lead]!} ${NEEDS[need]!}.`;
}

function signalOf(who: number, text: string): Signal {
  return { id: `forum:${String(who).padStart(3, '0')}`, source: 'forum', externalId: String(who).padStart(3, '0'), at: `2025-06-${String((who % 28) + 1).padStart(2, '0')}T00:00:00.000Z`, kind: 'said', text, author: `a${who}`, visibility: 'open' };
}

function issueOf(which: number, title: number, isRestricted = false): Issue {
  return { id: String(which), key: `TB-${which}`, project: 'TB', summary: TITLES[title]!, status: 'To Do', statusCategory: 'todo', createdAt: '2025-01-01T00:00:00.000Z', fixVersions: [], labels: [], visibility: isRestricted ? 'hidden' : 'open' };
}

/** However small, linked in parts; never so much that a whole run is due. */
export const IN_PARTS: Pace = { inPartsFrom: 1, drift: { signals: { least: 1_000, share: 1 }, issues: { least: 1_000, share: 1 } } };

/**
 * A product that was derived once, with forty signals and six issues, and to which things happen.
 * @param before what else stands before that
 */
export async function changingProduct(stores?: Stores, before: (stores: Stores) => Promise<void> = () => Promise.resolve()) {
  const fakes = fakePorts();
  const ports: Ports & { readonly clock: typeof fakes.clock } = { ...fakes, stores: stores ?? fakes.stores };
  await ports.stores.products.saveProduct({ id: PRODUCT, name: 'Mail', projects: ['TB'] });
  const mark = (): Promise<void> => ports.settings.save(changeMark(PRODUCT), ports.clock.now());
  const seen: (PreviousThemes | undefined)[] = [];
  const engine: Engine = (corpus, options) => {
    seen.push(corpus.previous);
    return understand(corpus, options);
  };
  const product = {
    ports,
    /** Earlier themes that each whole run was given. */
    seen,
    id: PRODUCT,
    async happen(one: Happening): Promise<void> {
      ports.clock.advance(60_000);
      const at = ports.clock.now();
      const id = 'who' in one ? `forum:${String(one.who).padStart(3, '0')}` : '';
      if (one.kind === 'said' || one.kind === 'edited') await ports.stores.signals.saveSignals(PRODUCT, [signalOf(one.who, textOf(one.need, one.lead))], at);
      if (one.kind === 'gone') await ports.stores.signals.removeSignals(PRODUCT, [id], at);
      if (one.kind === 'issue') await ports.stores.issues.saveIssues(PRODUCT, [issueOf(one.which, one.title, one.isRestricted)], at);
      if (one.kind === 'deleted') await ports.stores.issues.removeIssues([String(one.which)]);
      if (one.kind === 'decided') await ports.stores.decisions.saveDecision(PRODUCT, { signal: id, issue: String(one.which), verdict: one.verdict, at, by: 'ann' });
      if (one.kind === 'undone') await ports.stores.decisions.undoDecision(PRODUCT, id, String(one.which), 'ann', at);
      await mark();
    },
    keepUp: (pace: Pace = IN_PARTS) => {
      ports.clock.advance(1_000);
      return keepUp(ports, engine, PRODUCT, {}, pace);
    },
    async wholeRun(): Promise<string> {
      await ports.settings.save(wholeMark(PRODUCT), ports.clock.now());
      await mark();
      return product.keepUp();
    },
    /** Everything that is derived, as readers see it. */
    async derived() {
      const { evidence, themes, increments, issues, signals } = ports.stores;
      const all = (await issues.listIssues(PRODUCT)).map((issue) => issue.id);
      const ids = Array.from({ length: 81 }, (_, who) => signalOf(who, '').id);
      const run = await evidence.findRun(PRODUCT);
      return {
        run,
        digests: await evidence.listDigests(PRODUCT, all),
        links: await evidence.linksOfSignals(PRODUCT, ids),
        themes: await evidence.listThemes(PRODUCT),
        assignments: (await evidence.pageAssignments(PRODUCT, undefined, 1_000)).rows,
        themeIssues: await evidence.listThemeIssues(PRODUCT),
        digest: run === undefined ? undefined : await themes.findDigest(PRODUCT, run.computedAt),
        lookedAt: run === undefined ? [] : await increments.listLookedAt(PRODUCT, run.computedAt),
        live: (await signals.findSignals(PRODUCT, ids)).map((one) => one.id),
      };
    },
  };
  await ports.stores.signals.saveSignals(PRODUCT, Array.from({ length: 40 }, (_, who) => signalOf(who, textOf(who % 6, Math.floor(who / 6) % 6))), ports.clock.now());
  await ports.stores.issues.saveIssues(PRODUCT, Array.from({ length: 6 }, (_, which) => issueOf(which, which)), ports.clock.now());
  await before(ports.stores);
  await mark();
  await product.keepUp();
  return product;
}
