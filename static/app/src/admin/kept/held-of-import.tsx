import type { ImportView } from '../../../../../src/contract/admin';
import { FailureNote } from '../../components/failure';
import { useAsk } from '../../use-ask';
import { HeldTime } from './held-time';

/** After a file was read: which time its source holds now, and the word of whoever made the file. */
export function HeldOfImport({ view }: { readonly view: ImportView }) {
  const { ask, again, replace } = useAsk('admin.keptSources', {});
  if (ask.kind === 'loading') return <div className="rs-bone rs-bone-row" />;
  if (ask.kind === 'failed') return <FailureNote failure={ask.failure} isAsking={ask.isAsking} onRetry={() => void again()}>The file is read.</FailureNote>;
  const source = ask.value.sources.find((one) => one.product === view.product && one.id === view.sourceName);
  return source?.held === undefined ? null : <HeldTime source={source} held={source.held} onView={replace} />;
}
