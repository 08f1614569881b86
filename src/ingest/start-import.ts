import type { ImportFormat, ImportKind, ImportRun } from '../domain/import';
import type { SourceSetting } from '../domain/product';
import type { Ports } from '../ports/ports';
import { idNow } from './leaving/emptied-sources';
import { lookAnew } from './sources/bury-removed';

type Needs = Pick<Ports, 'stores' | 'settings' | 'clock' | 'queue'>;

export interface ImportRequest {
  readonly product: string;
  readonly kind: ImportKind;
  readonly format: ImportFormat;
  readonly fileName: string;
  /** Signals: where they were said. Saved with its class when it is new or changed; what it said before is shown by the new one too. */
  readonly source?: Omit<SourceSetting, 'product'>;
  /** CSV: the header record. */
  readonly header?: string;
  readonly startedBy: string;
}

/** Opens an import: from now on its chunks are taken. @throws StoreUnavailable */
export async function startImport(needs: Needs, request: ImportRequest): Promise<ImportRun> {
  const { stores, clock } = needs;
  const { product, kind, format, fileName, header, startedBy } = request;
  const source = request.source === undefined ? undefined : { ...request.source, id: await idNow(needs, product, request.source.id) };
  if (source !== undefined) await saveSource(needs, { ...source, product });
  const startedAt = clock.now();
  const run: ImportRun = {
    id: await freeId({ stores }, `${kind}-${startedAt.replace(/\D/g, '')}-${product}`),
    product, kind, format, fileName, startedBy, startedAt,
    visibility: source?.visibility ?? 'open',
    state: 'receiving',
    offered: 0, kept: 0, unchanged: 0, rejected: 0,
    ...(source === undefined ? {} : { source: source.id }),
    ...(header === undefined ? {} : { header }),
  };
  await stores.imports.saveRun(run);
  return run;
}

/** A file that names no gaps leaves those that were told before. Who may see it holds for all that the source ever said, from now on. */
async function saveSource(needs: Needs, source: SourceSetting): Promise<void> {
  const { stores } = needs;
  const known = (await stores.products.listSources(source.product)).find((one) => one.id === source.id);
  if (known !== undefined && known.visibility !== source.visibility) {
    await stores.signals.showSource(source.product, source.id, source.visibility);
    await lookAnew(needs, source.product);
  }
  const gaps = source.gaps ?? known?.gaps;
  await stores.products.saveSource(gaps === undefined ? source : { ...source, gaps });
}

async function freeId(ports: Pick<Ports, 'stores'>, base: string, number = 1): Promise<string> {
  const id = number === 1 ? base : `${base}-${number}`;
  return (await ports.stores.imports.findRun(id)) === undefined ? id : freeId(ports, base, number + 1);
}
