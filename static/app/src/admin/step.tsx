import { useId } from 'react';
import type { ReactNode } from 'react';
import { Icon } from '../components/icon';

interface Props {
  readonly number: number;
  readonly title: string;
  readonly lead: string;
  readonly isDone: boolean;
  readonly children: ReactNode;
}

/** A numbered step: what it is for in one sentence, then the doing. */
export function Step({ number, title, lead, isDone, children }: Props) {
  const heading = useId();
  return (
    <li className="rs-step" aria-labelledby={heading}>
      <span className={isDone ? 'rs-step-mark rs-step-done' : 'rs-step-mark'} aria-hidden="true">
        {isDone ? <Icon name="check" /> : number}
      </span>
      <div className="rs-step-body">
        <h2 id={heading}>
          <span className="rs-sr">Step {number}: </span>
          {title}
          {isDone && <span className="rs-sr"> (done)</span>}
        </h2>
        <p className="rs-step-lead">{lead}</p>
        {children}
      </div>
    </li>
  );
}
