import { formatNumber } from '../../../../../src/contract/format-sentence';

/** What becomes of evidence, coverage and verdicts when a source goes with its signals. */
export function WhatGoes({ name, signals }: { readonly name: string; readonly signals: number }) {
  if (signals === 0) return <>{name} has kept nothing that could go. It is no gap afterwards, as if nobody had ever listened there.</>;
  return <>{signals === 1 ? `The one signal of ${name} goes` : `All ${formatNumber(signals)} signals of ${name} go`}, with {signals === 1 ? 'its' : 'their'} quotes, links to issues and part in every number. It is no gap afterwards: verdicts, closing and releases rest on the other sources alone, as if nobody had ever listened there. Only items that it spoke to are left alone by closing, for as long as its words would have counted.</>;
}
