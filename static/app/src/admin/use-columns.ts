import { useEffect, useState } from 'react';
import { call } from '../api';
import { guessFields, headerOf, mappedColumns } from './file/column-mapping';
import { shape } from './file/look-at-file';
import type { FileLook } from './file/look-at-file';

interface ChosenColumns {
  readonly fields: readonly string[];
  /** The same columns were given meanings before. */
  readonly isRemembered: boolean;
  readonly choose: (fields: readonly string[]) => void;
  /** Keeps the choice for the next file with these columns. */
  readonly remember: () => void;
}

/** What each column of a CSV is: as it was chosen before, else as its name suggests. Whoever chooses before the memory answers is not overruled. */
export function useColumns(look: FileLook): ChosenColumns {
  const [chosen, setChosen] = useState<readonly string[] | undefined>(undefined);
  const [remembered, setRemembered] = useState<readonly string[] | undefined>(undefined);
  const columns = [...look.columns];
  const key = JSON.stringify(columns);
  useEffect(() => {
    let isGone = false;
    if (look.format === 'csv') void call('admin.columns', { columns: JSON.parse(key) }).then((answer) => (answer.ok && !isGone ? setRemembered(answer.value.fields) : undefined));
    return () => {
      isGone = true;
    };
  }, [key, look.format]);
  const fields = look.format === 'csv' ? (chosen ?? remembered ?? guessFields(columns, look.rows, look.second)) : [];
  return {
    fields,
    isRemembered: chosen === undefined && remembered !== undefined,
    choose: setChosen,
    remember: () => {
      if (look.format === 'csv' && fields.some((field) => field !== '')) void call('admin.saveColumns', { columns, fields: [...fields] });
    },
  };
}

/** The same file under the chosen names. */
export function lookWith(look: FileLook, fields: readonly string[]): FileLook {
  if (look.header === undefined || fields.every((field) => field === '')) return look;
  const columns = mappedColumns(look.columns, fields);
  return { ...look, ...shape(columns), columns, header: headerOf(columns, look.separator) };
}
