import type { Failure } from '../../api';
import { failureText } from '../../components/failure';

/** What was asked for and did not happen. */
export function NotDone({ failure }: { readonly failure: Failure | undefined }) {
  if (failure === undefined) return null;
  return <p role="alert" className="rs-problem">Not done. {failureText(failure)}{failure.detail === undefined ? '' : `: ${failure.detail}`}.</p>;
}
