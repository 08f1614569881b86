import { z } from 'zod';
import { issueRows } from '../../src/ingest/issue-row';
import { releaseRows } from '../../src/ingest/release-row';
import type { RowKind } from '../../src/ingest/row-kind';
import { signalRows } from '../../src/ingest/signal-row';

interface Titled {
  readonly title: string;
  readonly description: string;
  /** Of each group one field has to be there. */
  readonly oneOf: readonly (readonly string[])[];
}

/** JSON Schema of the three import formats, as text, by the name of their file; made from the schemas that the import reads with. */
export function importSchemas(): Readonly<Record<'signal' | 'issue' | 'release', string>> {
  return {
    signal: schemaText(signalRows, {
      title: 'A signal',
      description: 'One thing one customer said or did: one line of a JSON Lines file.',
      oneOf: [['at', 'created_at', 'at_day_first', 'at_month_first'], ['text', 'body', 'title', 'event']],
    }),
    issue: schemaText(issueRows, { title: 'An issue', description: 'One line of a JSON Lines file.', oneOf: [['summary', 'title']] }),
    release: schemaText(releaseRows, { title: 'A release', description: 'A shipped version: one line of a JSON Lines file.', oneOf: [] }),
  };
}

function schemaText<Row>(kind: RowKind<Row>, { title, description, oneOf }: Titled): string {
  const { $schema, ...shape } = z.toJSONSchema(kind.schema, { io: 'input' });
  const groups = oneOf.map((names) => ({ anyOf: names.map((name) => ({ required: [name] })) }));
  return `${JSON.stringify({ $schema, title, description, ...shape, ...(groups.length === 0 ? {} : { allOf: groups }) }, null, 2)}\n`;
}
