import { z } from 'zod';
import type { Prototype, PrototypeReview } from '../../domain/prototype';
import type { ReleaseChoice } from '../../domain/release-choice';
import type { PrototypeStore } from '../../ports/prototype-store';
import { jsonColumn } from './columns';
import { insertRows } from './insert-rows';
import { readAll } from './read-all';
import { selectRows, type Value } from './statement';

const Quote = z.object({ signal: z.string(), person: z.string() });
const StoredPrototype = z.object({
  product: z.string(), issue: z.string(),
  brief: z.object({
    hypothesis: z.string(), riskiest: z.string(), smallest: z.string(), kill: z.string(), quotes: z.array(Quote), showTo: z.array(Quote),
    wordedBy: z.enum(['rules', 'model', 'person']), madeAt: z.string(), madeBy: z.string(), expiresAt: z.string(),
  }),
  link: z.object({ url: z.string(), at: z.string(), by: z.string() }).exactOptional(),
});
const StoredReview = z.object({
  id: z.string(), product: z.string(), issue: z.string(), answer: z.enum(['yes', 'no', 'change']), person: z.string().exactOptional(), signal: z.string(), shownAt: z.string(), by: z.string(),
});
const StoredChoice = z.object({
  id: z.string(), product: z.string(), issue: z.string(), option: z.enum(['all', 'ring', 'flag', 'hold']), accounts: z.array(z.string()), reason: z.string(), at: z.string(), by: z.string(),
});
const PrototypeRow = z.object({ issue_id: z.string(), body: jsonColumn(StoredPrototype) });
const ReviewRow = z.object({ review_id: z.string(), body: jsonColumn(StoredReview) });
const ChoiceRow = z.object({ choice_id: z.string(), body: jsonColumn(StoredChoice) });
const ROWS_A_PAGE = 100;

/** Briefs, reviews and release choices in SQL. */
export function prototypeStore(): PrototypeStore {
  return {
    savePrototype: (one) => insert('prototypes', { issue_id: one.issue, product: one.product, body: JSON.stringify(one) }, ['body']),
    findPrototype: async (issue) => (await selectRows('prototypes', PrototypeRow, 'SELECT issue_id, body FROM prototypes WHERE issue_id = ?', [issue]))[0]?.body,
    listPrototypes: async (product): Promise<readonly Prototype[]> => {
      const rows = await readAll<z.output<typeof PrototypeRow>>(ROWS_A_PAGE, (after) =>
        selectRows('prototypes', PrototypeRow, `SELECT issue_id, body FROM prototypes WHERE product = ? AND issue_id > ? ORDER BY issue_id LIMIT ${ROWS_A_PAGE}`, [product, after?.issue_id ?? '']),
      );
      return rows.map((row) => row.body);
    },
    saveReview: (one) => insert('prototype_reviews', { review_id: one.id, product: one.product, issue_id: one.issue, shown_at: one.shownAt, body: JSON.stringify(one) }, ['shown_at', 'body']),
    reviewsOfIssue: (issue) => readReviews('issue_id = ?', issue),
    listReviews: (product) => readReviews('product = ?', product),
    saveChoice: (one) => insert('release_choices', { choice_id: one.id, product: one.product, issue_id: one.issue, chosen_at: one.at, body: JSON.stringify(one) }, []),
    choicesOfIssue: (issue) => readChoices('issue_id = ?', issue),
    listChoices: async (product) => {
      const newest = new Map<string, ReleaseChoice>();
      for (const choice of await readChoices('product = ?', product)) if (!newest.has(choice.issue)) newest.set(choice.issue, choice);
      return [...newest.values()];
    },
  };
}

function insert(table: string, row: Readonly<Record<string, Value>>, update: readonly string[]): Promise<void> {
  return insertRows({ table, columns: Object.keys(row), update }, [Object.values(row)]);
}

async function readReviews(where: string, value: string): Promise<readonly PrototypeReview[]> {
  const rows = await readAll<z.output<typeof ReviewRow>>(ROWS_A_PAGE, (after) =>
    selectRows('prototype_reviews', ReviewRow, `SELECT review_id, body FROM prototype_reviews WHERE ${where} AND review_id > ? ORDER BY review_id LIMIT ${ROWS_A_PAGE}`, [value, after?.review_id ?? '']),
  );
  return rows.map((row) => row.body).sort((a, b) => byText(a.shownAt, b.shownAt) || byText(a.id, b.id));
}

async function readChoices(where: string, value: string): Promise<readonly ReleaseChoice[]> {
  const rows = await readAll<z.output<typeof ChoiceRow>>(ROWS_A_PAGE, (after) =>
    selectRows('release_choices', ChoiceRow, `SELECT choice_id, body FROM release_choices WHERE ${where} AND choice_id > ? ORDER BY choice_id LIMIT ${ROWS_A_PAGE}`, [value, after?.choice_id ?? '']),
  );
  return rows.map((row) => row.body).sort((a, b) => byText(b.at, a.at) || byText(b.id, a.id));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
