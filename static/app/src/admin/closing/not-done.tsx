import type { Failure } from '../../api';
import { failureText } from '../../components/failure';

/** What was asked for and did not happen. */
export function NotDone({ failure }: { readonly failure: Failure | undefined }) {
  if (failure === undefined) return null;
  // What was refused for what was typed says so itself; the name of the field is ours, not the reader's.
  if (failure.code === 'edge/bad-input' && failure.detail !== undefined) return <p role="alert" className="rs-problem">Not done: {failure.detail.replace(/^[a-z][A-Za-z.]*: /, '').replace(/\.$/, '')}.</p>;
  if (failure.code === 'store/unavailable') return <p role="alert" className="rs-problem">Not done: what is kept here could not be reached. Try again.</p>;
  return <p role="alert" className="rs-problem">Not done. {failureText(failure)}{failure.detail === undefined ? '' : `: ${failure.detail}`}.</p>;
}
