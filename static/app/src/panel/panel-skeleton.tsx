import { useEffect, useState } from 'react';

const PATIENCE_IN_MS = 1_000;

/** The panel's own boxes without words, at the panel's height, so that nothing jumps. After a second it says what it waits for. */
export function PanelSkeleton() {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE_IN_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="rs-skeleton" aria-busy="true">
      <div className="rs-bone rs-bone-verdict" />
      <div className="rs-facts">
        <div className="rs-bone rs-bone-fact" />
        <div className="rs-bone rs-bone-trend rs-fact-trend" />
        <div className="rs-bone rs-bone-fact" />
      </div>
      {[0, 1, 2].map((index) => (
        <div key={index} className="rs-bone rs-bone-quote" />
      ))}
      <div className="rs-bone rs-bone-wait" />
      <div className="rs-bone rs-bone-line" />
      <div className="rs-bone rs-bone-line" />
      <div className="rs-bone rs-bone-line" />
      <div className="rs-bone rs-bone-line" />
      <p className="rs-foot" role="status">{isSlow ? 'Loading what customers said' : '\u00a0'}</p>
    </div>
  );
}
