import { SqlRefusal } from './sql-refusal';
import type { Recognised } from './statement-forms';

/** @throws SqlRefusal when DDL comes through the wrong path, or parameters do not match the statement */
export function assertCall({ form, parameters: expected }: Recognised, parameters: readonly unknown[], isDefinitionPath: boolean): void {
  if (form.kind === 'definition' && !isDefinitionPath) throw new SqlRefusal('SQL_POLICY_VIOLATION', 'DDL runs through executeDDL only');
  if (parameters.length !== expected) throw new SqlRefusal('SQL_EXECUTION_ERROR', `${expected} parameters expected, ${parameters.length} given`, { code: 'ER_WRONG_ARGUMENTS', errno: 1210, sqlState: 'HY000' });
  const other = parameters.find((value) => typeof value === 'object' && value !== null);
  if (other !== undefined) throw new SqlRefusal('SQL_EXECUTION_ERROR', 'a parameter is a list or an object; expand it in the app', { code: 'ER_WRONG_ARGUMENTS', errno: 1210, sqlState: 'HY000' });
}
