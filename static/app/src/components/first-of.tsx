import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { formatNumber } from '../../../../src/contract/format-sentence';

interface Props<Row> {
  readonly rows: readonly Row[];
  /** So many are shown until the rest is asked for: a long list would push what comes after it out of sight. */
  readonly first: number;
  /** What they are, after a number: `rules`. */
  readonly name: string;
  /** All there are, where `rows` are the first of more. */
  readonly inAll?: number;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** The beginning of a list, and the rest on demand. */
export function FirstOf<Row>({ rows, first, name, inAll = rows.length, children }: Props<Row>) {
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      {children(isWhole ? rows : rows.slice(0, first))}
      {!isWhole && rows.length > first && <div><Button spacing="compact" appearance="subtle" onClick={() => setWhole(true)}>{inAll > rows.length ? `Show ${formatNumber(rows.length)} of ${formatNumber(inAll)} ${name}` : `Show all ${formatNumber(rows.length)} ${name}`}</Button></div>}
    </>
  );
}
