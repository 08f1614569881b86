import { migrationRunner } from '@forge/sql';
import { TABLES } from './tables';

/** Brings the schema up to date; each statement is recorded by name and runs once. @throws StoreUnavailable-like errors of the platform */
export async function migrate(): Promise<readonly string[]> {
  for (const { name, statement } of TABLES) migrationRunner.enqueue(name, statement);
  return migrationRunner.run();
}
