import { z } from 'zod';

const Columns = z.array(z.string().max(255)).min(1).max(200);
export const ColumnsOf = z.object({ columns: Columns });
/** One field a column, in the order of the columns; empty: the column keeps its own name. */
export const SaveColumns = z.object({ columns: Columns, fields: z.array(z.string().max(40)).max(200) });

export const COLUMN_ENDPOINTS = ['admin.columns', 'admin.saveColumns'] as const;
/** What the columns of a file meant last time; both need Administer Jira. */
export interface ColumnEndpoints {
  'admin.columns': { input: z.input<typeof ColumnsOf>; output: { readonly fields?: readonly string[] } };
  'admin.saveColumns': { input: z.input<typeof SaveColumns>; output: { readonly saved: true } };
}
