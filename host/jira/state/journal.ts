import { DatabaseSync } from 'node:sqlite';

/** One table's write that is not yet durable. `json` absent: removed. */
export interface Write {
  readonly kind: string;
  readonly id: string;
  readonly json?: string;
}

export interface Journal {
  /** All rows of a kind, in the order of their ids as stored. */
  load(kind: string): readonly string[];
  /** All or nothing, and durable before it returns: a killed process keeps what was acknowledged. */
  save(writes: readonly Write[]): void;
  close(): void;
}

/** Rows as JSON in one SQLite file with a write-ahead log. */
export function openJournal(file: string): Journal {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE IF NOT EXISTS row (kind TEXT, id TEXT, json TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID');
  const select = db.prepare('SELECT json FROM row WHERE kind = ?');
  const upsert = db.prepare('INSERT INTO row (kind, id, json) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json');
  const remove = db.prepare('DELETE FROM row WHERE kind = ? AND id = ?');
  return {
    load: (kind) => select.all(kind).map((row) => String(row['json'])),
    save(writes) {
      db.exec('BEGIN IMMEDIATE');
      try {
        for (const write of writes) {
          if (write.json === undefined) remove.run(write.kind, write.id);
          else upsert.run(write.kind, write.id, write.json);
        }
        db.exec('COMMIT');
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => db.close(),
  };
}
