import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import Button from '@atlaskit/button/new';
import type { AdminView } from '../../../../src/contract/admin';
import { formatNumber } from '../../../../src/contract/format-sentence';
import { CallPlan } from './call/call-plan';
import { isTranscript } from './call/is-transcript';
import { textOf } from './file/encoding-of';
import { lookAtFile } from './file/look-at-file';
import type { FileLook } from './file/look-at-file';
import { FilePlan } from './file-plan';

type Product = AdminView['products'][number];
interface Props {
  readonly product: Product;
  readonly onChange: () => void;
}

const SAMPLE_BYTES = 65_536;

/** Drop a file, look at its first rows, send it. */
export function FileStep({ product, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [dropped, setDropped] = useState<{ readonly file: File; readonly look: FileLook } | undefined>(undefined);
  const [spoken, setSpoken] = useState<File | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isOver, setOver] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const sample = await textOf(file.slice(0, SAMPLE_BYTES));
    if (isTranscript(file.name, sample)) {
      setProblem(undefined);
      return setSpoken(file);
    }
    const looked = lookAtFile(file.name, sample, file.size <= SAMPLE_BYTES);
    setProblem(looked.ok ? undefined : `${file.name}: ${looked.reason}`);
    setDropped(looked.ok ? { file, look: looked.look } : undefined);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <div className="rs-stack" id="rs-files">
      {spoken !== undefined ? (
        <CallPlan key={`${spoken.name} ${spoken.size}`} product={product} file={spoken} onChange={onChange} onDone={() => setSpoken(undefined)} />
      ) : dropped === undefined ? (
        <div className={isOver ? 'rs-drop rs-drop-over' : 'rs-drop'} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={onDrop}>
          <p><b>Drop a file here</b> or</p>
          <Button onClick={() => input.current?.click()}>Choose a file</Button>
          <p className="rs-note">JSON Lines or CSV in UTF-8 (or UTF-16, as Google’s exports are), of any length; or the transcript of one call (VTT, SRT, text, JSON). Dropping the same file twice changes nothing.</p>
          <input ref={input} className="rs-sr" tabIndex={-1} type="file" accept=".jsonl,.ndjson,.csv,.json,.txt,.vtt,.srt" aria-label="File" onChange={(event) => { void take(event.currentTarget.files?.[0]); event.currentTarget.value = ''; }} />
        </div>
      ) : (
        <FilePlan key={`${dropped.file.name} ${formatNumber(dropped.file.size)}`} product={product} file={dropped.file} look={dropped.look} onChange={onChange} onDone={() => setDropped(undefined)} />
      )}
      {problem !== undefined && <p role="alert" className="rs-problem">{problem}</p>}
    </div>
  );
}
