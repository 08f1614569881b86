import { fillDesk, previewFill, startFill, takeFillBack, type FillNeeds } from './ingest/fill/fill-gap';
import { loadFills, type WantedFill } from './ingest/fill/fills';
import type { ImportRequest } from './ingest/start-import';

/** The use cases of files that fill a time which a connected source could not show. */
export type GapFillDesk = ReturnType<typeof gapFillDesk>;

export function gapFillDesk(needs: FillNeeds) {
  return {
    ...fillDesk(needs),
    preview: (product: string, wanted: WantedFill) => previewFill(needs, product, wanted),
    start: (request: Omit<ImportRequest, 'source' | 'kind'>, wanted: WantedFill) => startFill(needs, request, wanted),
    list: (connection: string) => loadFills(needs, connection),
    takeBack: (connection: string, importId: string) => takeFillBack(needs, connection, importId),
  };
}
