import type { ImportView } from '../../contract/admin';
import type { ImportRun } from '../../domain/import';
import type { Ports } from '../../ports/ports';

export async function importView(ports: Pick<Ports, 'stores'>, run: ImportRun): Promise<ImportView> {
  const { finished } = await ports.stores.imports.countChunks(run.id);
  return {
    id: run.id,
    product: run.product,
    kind: run.kind,
    fileName: run.fileName,
    state: run.state,
    offered: run.offered,
    kept: run.kept,
    unchanged: run.unchanged,
    rejected: run.rejected,
    chunksRead: finished,
    startedAt: run.startedAt,
    ...(run.source === undefined ? {} : { sourceName: run.source }),
    ...(run.chunks === undefined ? {} : { chunks: run.chunks }),
    ...(run.finishedAt === undefined ? {} : { finishedAt: run.finishedAt }),
  };
}
