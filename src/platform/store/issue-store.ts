import { z } from 'zod';
import { isImportedIssue, type Issue } from '../../domain/issue';
import type { IsoTime } from '../../domain/time';
import type { IssueStore, Stored } from '../../ports/stores';
import { answersInOrder, count, jsonColumn, lastById, whatHappens } from './columns';
import { contentHash } from './content-hash';
import { batchesOf, bytesOfValue, insertRows } from './insert-rows';
import { StoredIssue } from './issue-rows';
import { RESPONSE_BYTES, VALUES_PER_IN } from './limits';
import { listReleases, removeReleases, saveReleases } from './release-rows';
import { marks, selectRows, write, type Value } from './statement';

const Mark = z.object({ issue_id: z.string(), content_hash: z.string(), revision: count, recorded_at: z.string() });
const Key = z.object({ issue_id: z.string(), issue_key: z.string() });
const Id = z.object({ issue_id: z.string() });
const Size = z.object({ issue_id: z.string(), bytes: count });
const Row = z.object({ product: z.string(), body: jsonColumn(StoredIssue) });
const SIZES_A_PAGE = 5_000;
const IDS_A_PAGE = 20_000;

export function issueStore(): IssueStore {
  return { saveIssues, listIssues, listOpenIds, findIssue, removeIssues, saveReleases, listReleases, removeReleases };
}

async function saveIssues(product: string, issues: readonly Issue[], at: IsoTime): Promise<readonly Stored[]> {
  const last = lastById(issues);
  const sameKey = await readSameKeys(product, [...last.values()]);
  const ownKeys = new Set(sameKey.filter((row) => !isImportedIssue(row.issue_id)).map((row) => row.issue_key));
  const marksById = await readMarks([...last.keys()]);
  const answers = new Map<string, Stored>();
  const rows: Value[][] = [];
  for (const issue of last.values()) {
    if (isImportedIssue(issue.id) && ownKeys.has(issue.key)) continue;
    const body = JSON.stringify(issue);
    const stored = marksById.get(issue.id);
    const hash = contentHash([product, StoredIssue.parse(issue)]);
    const { answer, write: changes } = whatHappens(stored, hash, at);
    answers.set(issue.id, answer);
    const bytes = bytesOfValue(body) + bytesOfValue(product);
    if (changes) rows.push([issue.id, product, issue.key, issue.visibility, body, hash, (stored?.revision ?? 0) + 1, at, bytes]);
  }
  const update = ['product', 'issue_key', 'visibility', 'body', 'content_hash', 'revision', 'recorded_at', 'bytes'];
  await insertRows({ table: 'issues', columns: ['issue_id', ...update], update }, rows);
  await removeIssues(importedTwins(sameKey, last));
  return answersInOrder(issues, answers);
}

/** Imported records whose key Jira's own record now carries. */
function importedTwins(sameKey: readonly z.output<typeof Key>[], offered: ReadonlyMap<string, Issue>): readonly string[] {
  const own = new Set([...offered.values()].filter((issue) => !isImportedIssue(issue.id)).map((issue) => issue.key));
  return sameKey.filter((row) => isImportedIssue(row.issue_id) && own.has(row.issue_key)).map((row) => row.issue_id);
}

async function readSameKeys(product: string, issues: readonly Issue[]): Promise<readonly z.output<typeof Key>[]> {
  const found: z.output<typeof Key>[] = [];
  for (const some of batchesOf(issues, () => 0, VALUES_PER_IN)) {
    const text = `SELECT issue_id, issue_key FROM issues WHERE product = ? AND issue_key IN (${marks(some.length)})`;
    found.push(...(await selectRows('issues', Key, text, [product, ...some.map((issue) => issue.key)])));
  }
  return found;
}

async function readMarks(ids: readonly string[]): Promise<ReadonlyMap<string, z.output<typeof Mark>>> {
  const found = new Map<string, z.output<typeof Mark>>();
  for (const some of batchesOf(ids, () => 0, VALUES_PER_IN)) {
    const text = `SELECT issue_id, content_hash, revision, recorded_at FROM issues WHERE issue_id IN (${marks(some.length)})`;
    for (const row of await selectRows('issues', Mark, text, some)) found.set(row.issue_id, row);
  }
  return found;
}

async function listIssues(product: string): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  for (let after = ''; ; ) {
    const sizes = await selectRows(
      'issues', Size,
      `SELECT issue_id, bytes FROM issues WHERE product = ? AND issue_id > ? ORDER BY issue_id LIMIT ${SIZES_A_PAGE}`,
      [product, after],
    );
    for (const page of batchesOf(sizes, (row) => row.bytes, SIZES_A_PAGE, RESPONSE_BYTES)) {
      const last = page.at(-1)?.issue_id ?? after;
      const text = 'SELECT product, body FROM issues WHERE product = ? AND issue_id > ? AND issue_id <= ? ORDER BY issue_id';
      issues.push(...(await selectRows('issues', Row, text, [product, after, last])).map((row) => row.body));
      after = last;
    }
    if (sizes.length < SIZES_A_PAGE) return issues;
  }
}

/** A quote inside a text is stored with a backslash, so this stands in a body only where the field says it. */
const SAYS_DONE = '%"statusCategory":"done"%';

async function listOpenIds(product: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (;;) {
    const text = `SELECT issue_id FROM issues WHERE product = ? AND issue_id > ? AND body NOT LIKE ? ORDER BY issue_id LIMIT ${IDS_A_PAGE}`;
    const page = await selectRows('issues', Id, text, [product, ids.at(-1) ?? '', SAYS_DONE]);
    ids.push(...page.map((row) => row.issue_id));
    if (page.length < IDS_A_PAGE) return ids;
  }
}

async function findIssue(id: string): Promise<{ readonly product: string; readonly issue: Issue } | undefined> {
  const [row] = await selectRows('issues', Row, 'SELECT product, body FROM issues WHERE issue_id = ?', [id]);
  return row === undefined ? undefined : { product: row.product, issue: row.body };
}

async function removeIssues(ids: readonly string[]): Promise<void> {
  for (const some of batchesOf(ids, () => 0, VALUES_PER_IN)) await write('issues', `DELETE FROM issues WHERE issue_id IN (${marks(some.length)})`, some);
}
