import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import type { ImportView } from '../../../../src/contract/admin';
import { formatNumber } from '../../../../src/contract/format-sentence';
import { call } from '../api';
import { failureText } from '../components/failure';
import { ImportResult } from './import-result';
import { HeldOfImport } from './kept/held-of-import';
import { startUpload } from './upload';
import type { Progress, StartInput, Upload } from './upload';

const POLL_IN_MS = 2_000;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Props {
  readonly file: File;
  readonly start: StartInput;
  readonly onChange: () => void;
  readonly onDone: () => void;
}

/** Sending, reading, done; or stopped, with the way on. */
export function Sending({ file, start, onChange, onDone }: Props) {
  const [progress, setProgress] = useState<Progress>({ kind: 'sending', share: 0 });
  const upload = useRef<Upload | undefined>(undefined);
  useEffect(() => {
    // One upload per sending, also when React mounts twice.
    if (upload.current !== undefined) return;
    upload.current = startUpload(file, start, setProgress, wait);
    void upload.current.go();
  }, [file, start]);
  if (progress.kind === 'sent') return <Reading sent={progress} onChange={onChange} onDone={onDone} />;
  if (progress.kind === 'unreadable') {
    return (
      <div className="rs-stack">
        <p role="alert" className="rs-problem">{progress.reason}</p>
        <Button onClick={onDone}>Another file</Button>
      </div>
    );
  }
  const percent = Math.floor(progress.share * 100);
  return (
    <div className="rs-stack" aria-live="polite">
      <p>
        {progress.kind === 'sending' ? 'Sending' : 'Stopped at'} {percent} % of <b>{file.name}</b>
      </p>
      <progress className="rs-progress" value={progress.share} max={1} aria-label="Sent" />
      {progress.kind === 'sending' && <p className="rs-note">Keep this page open. If it closes, drop the same file again; nothing is counted twice.</p>}
      {progress.kind === 'stopped' && (
        <>
          <p role="alert" className="rs-problem">{failureText(progress.failure)}. What was sent is kept.</p>
          <div className="rs-acts">
            <Button appearance="primary" onClick={() => void upload.current?.go()}>Go on</Button>
            <Button appearance="subtle" onClick={onDone}>Another file</Button>
          </div>
        </>
      )}
    </div>
  );
}

function Reading({ sent, onChange, onDone }: { readonly sent: Extract<Progress, { kind: 'sent' }>; readonly onChange: () => void; readonly onDone: () => void }) {
  const [view, setView] = useState<ImportView>(sent.view);
  const isDone = view.state === 'done';
  const { id } = sent.view;
  useEffect(() => {
    if (isDone) {
      onChange();
      return undefined;
    }
    const timer = setInterval(() => void call('admin.importStatus', { importId: id }).then((answer) => (answer.ok ? setView(answer.value) : undefined)), POLL_IN_MS);
    return () => clearInterval(timer);
  }, [isDone, id, onChange]);
  return (
    <div className="rs-stack" aria-live="polite">
      <p>
        {isDone ? 'Read' : 'Reading'} <b>{view.fileName}</b>
      </p>
      {!isDone && <progress className="rs-progress" value={view.chunksRead} max={Math.max(1, view.chunks ?? 1)} aria-label="Read" />}
      {!isDone && <p className="rs-note">{formatNumber(view.kept + view.unchanged + view.rejected)} of {formatNumber(view.offered)} rows so far. Reading goes on when you leave.</p>}
      {isDone && <ImportResult view={view} />}
      {isDone && view.kind === 'signals' && <HeldOfImport view={view} />}
      {isDone && <div className="rs-acts"><Button onClick={onDone}>Another file</Button></div>}
    </div>
  );
}
