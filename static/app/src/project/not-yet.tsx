import type { ReactNode } from 'react';
import type { CoverageLine } from '../../../../src/contract/coverage';
import { formatNumber } from '../../../../src/contract/format-sentence';

/** The project stands in no product: nothing is known, and that is said instead of shown as empty. */
export function noProduct(code: string): ReactNode | undefined {
  if (code !== 'access/not-found') return undefined;
  return (
    <section className="rs-empty">
      <h2>This project belongs to no product yet.</h2>
      <p>A Jira admin can put it into one in Resurface’s settings. Until then nothing is known about its customers.</p>
    </section>
  );
}

/** Why there is nothing to conclude yet, or nothing when everything was read. */
export function NotYet({ coverage }: { readonly coverage: CoverageLine }) {
  if (coverage.state === 'nothing-connected') {
    return (
      <section className="rs-empty">
        <h2>No source is connected yet.</h2>
        <p>Jira alone shows what is planned, being done and shipped, how old it is, and who votes for it. It cannot show what customers say, how many of them, or whether what shipped helped.</p>
        <p>A Jira admin can drop a CSV of tickets, reviews or survey answers in Resurface’s settings; until then nothing here says that nobody asked.</p>
      </section>
    );
  }
  if (coverage.state !== 'reading') return null;
  const share = coverage.total === 0 ? 0 : coverage.read / coverage.total;
  return (
    <section className="rs-empty">
      <h2>Reading your customers: {Math.floor(share * 100)} %</h2>
      <progress className="rs-progress" value={share} max={1} aria-label="Signals read" />
      <p>
        {formatNumber(coverage.read)} of {formatNumber(coverage.total)} signals. What is below may still change.
      </p>
    </section>
  );
}
