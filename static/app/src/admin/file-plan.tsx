import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { AdminView } from '../../../../src/contract/admin';
import { formatNumber } from '../../../../src/contract/format-sentence';
import { FillChoice } from './fill-choice';
import type { FillDraft } from './fill-choice';
import { ColumnFields } from './column-fields';
import { FIELDS } from './file/column-mapping';
import type { FileKind, FileLook } from './file/look-at-file';
import { lookWith, useColumns } from './use-columns';
import { GapFields, NO_GAP, gapState } from './gap-fields';
import type { GapDraft } from './gap-fields';
import { FilePreview } from './file-preview';
import { Sending } from './sending';
import { sourceInput } from './source-draft';
import type { SourceDraft } from './source-draft';
import { SourceFields } from './source-fields';
import type { StartInput } from './upload';

interface Props {
  readonly product: AdminView['products'][number];
  readonly file: File;
  readonly look: FileLook;
  readonly onChange: () => void;
  readonly onDone: () => void;
}

const KINDS: readonly { readonly kind: FileKind; readonly name: string }[] = [
  { kind: 'signals', name: 'What customers said or did' },
  { kind: 'issues', name: 'Issues' },
  { kind: 'releases', name: 'Releases' },
];

/** What the file seems to be, whose words they are, and who may see them; then the sending. */
export function FilePlan({ product, file, look: found, onChange, onDone }: Props) {
  const { fields, isRemembered, choose, remember } = useColumns(found);
  const look = lookWith(found, fields);
  const [chosenKind, setKind] = useState<FileKind | undefined>(undefined);
  const kind = chosenKind ?? look.kind;
  const [source, setSource] = useState<SourceDraft>({ name: '', kind: 'tickets' });
  const [gap, setGap] = useState<GapDraft>(NO_GAP);
  const [fill, setFill] = useState<FillDraft | undefined>(undefined);
  const [isFillFine, setFillFine] = useState(false);
  const [start, setStart] = useState<StartInput | undefined>(undefined);
  if (start !== undefined) return <Sending file={file} start={start} onChange={onChange} onDone={onDone} />;
  const missing = look.missing[kind];
  const send = (): void => {
    remember();
    setStart({
      product: product.id, kind, format: look.format, fileName: file.name.slice(0, 200),
      ...(kind === 'signals' && fill !== undefined ? { fills: fill } : kind === 'signals' ? { source: { ...sourceInput(source, product.files), ...(gapState(gap) === 'whole' ? { gaps: [gapInput(gap)] } : {}) } } : {}),
      ...(look.header === undefined ? {} : { header: look.header }),
    });
  };
  return (
    <div className="rs-stack">
      <p>
        <b>{file.name}</b> <span className="rs-note">{look.format === 'csv' ? 'CSV' : 'JSON Lines'}, {size(file.size)}</span>
      </p>
      <FilePreview look={look} />
      <fieldset className="rs-radios">
        <legend>This file holds</legend>
        {KINDS.map((one) => (
          <label key={one.kind} className="rs-tick">
            <input type="radio" name="kind" checked={kind === one.kind} onChange={() => setKind(one.kind)} />
            <span>{one.name}</span>
          </label>
        ))}
      </fieldset>
      {kind === 'signals' && look.format === 'csv' && <ColumnFields columns={found.columns} fields={fields} isRemembered={isRemembered} onChange={choose} />}
      {kind === 'signals' && missing.length === 0 && !look.columns.includes('id') && (
        <p className="rs-note">No column is an id, so each row is known by what it holds: the same file again stores nothing twice, and a row that was changed counts as a new one.</p>
      )}
      {missing.length > 0 && (
        <p role="alert" className="rs-problem">
          {kind === 'signals' && look.format === 'csv'
            ? `Say above which column holds ${missing.map(inWords).join(', and which ')}: without it every row would be turned away.`
            : `Rows of this kind need ${missing.length === 1 ? 'a column that is' : 'columns that are'} not here: ${missing.join(', ')}. Every row would be turned away.`}
        </p>
      )}
      {kind === 'signals' && <FillChoice product={product.id} draft={fill} onChange={setFill} onFine={setFillFine} />}
      {kind === 'signals' && fill === undefined && <SourceFields known={product.files} draft={source} onChange={setSource} />}
      {kind === 'signals' && fill === undefined && <p className="rs-note">It counts as heard from when to when its rows lie densely; a single row of long before or after does not stretch that. Once it is read you see the time, and can say which it holds.</p>}
      {kind === 'signals' && fill === undefined && <GapFields draft={gap} onChange={setGap} />}
      <div className="rs-acts">
        <Button appearance="primary" isDisabled={missing.length > 0 || (kind === 'signals' && (fill === undefined ? source.name.trim() === '' || gapState(gap) === 'unfinished' : fill.from === '' || fill.to === '' || fill.from > fill.to || !isFillFine))} onClick={send}>
          Read this file
        </Button>
        <Button appearance="subtle" onClick={onDone}>Another file</Button>
      </div>
      {kind === 'signals' && missing.length === 0 && fill === undefined && source.name.trim() === '' && <p className="rs-note">Give the source a name above, then it can be read.</p>}
    </div>
  );
}

/** `text or event` as the chooser calls them. */
function inWords(names: string): string {
  return names.split(' or ').map((name) => `“${FIELDS.find(([field]) => field === name)?.[1] ?? name}”`).join(' or ');
}

/** Whole days, both ends included. */
function gapInput({ from, to, reason }: GapDraft): { from: string; to: string; reason: string } {
  return { from: `${from}T00:00:00.000Z`, to: `${to}T23:59:59.999Z`, reason: reason.trim() };
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${formatNumber(Math.max(1, Math.round(bytes / 1_000)))} kB` : `${formatNumber(bytes / 1_000_000)} MB`;
}
