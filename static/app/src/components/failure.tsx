import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { formatSentence } from '../../../../src/contract/format-sentence';
import { MESSAGES } from '../../../../src/contract/messages';
import type { Failure } from '../api';
import { Icon } from './icon';

/** The words for a failure's code; an unknown code is named, never hidden. */
export function failureText(failure: Failure): string {
  const id = `failure.${failure.code}`;
  return id in MESSAGES ? formatSentence({ id, params: {} }) : formatSentence({ id: 'failure.other', params: { code: failure.code } });
}

interface Props {
  readonly failure: Failure;
  readonly isAsking: boolean;
  readonly onRetry: () => void;
  /** What still works, and how old what is shown is. */
  readonly children?: ReactNode;
}

/** What failed, what still works, and the way to try again. */
export function FailureNote({ failure, isAsking, onRetry, children }: Props) {
  return (
    <div className="rs-alert" role="alert">
      <Icon name="warning" />
      <div>
        <p className="rs-alert-title">{failureText(failure)}</p>
        {children !== undefined && <p className="rs-alert-text">{children}</p>}
        {failure.retryable && (
          <div className="rs-alert-act">
            <Button spacing="compact" onClick={onRetry} isLoading={isAsking}>
              Try again
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
