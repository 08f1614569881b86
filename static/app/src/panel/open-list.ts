import { Modal } from '@forge/bridge';
import type { ListRef } from '../../../../src/contract/panel';

export type ListName = ListRef['list'];
export const LIST_NAMES: Readonly<Record<ListName, string>> = {
  confirmed: 'Confirmed signals',
  suggested: 'Suggested signals',
  possible: 'Possible signals, below the bar for suggesting',
  related: 'Related signals',
};

/** The list that this document was opened for, when it is a dialog. */
export function listOf(dialog: Readonly<Record<string, unknown>> | undefined): ListName | undefined {
  const name = dialog?.['list'];
  return name === 'confirmed' || name === 'suggested' || name === 'possible' || name === 'related' ? name : undefined;
}

/** Opens a complete list in Jira's own dialog. Rejects where the platform has none; the caller then shows the list in place. */
export async function openListDialog(list: ListName, onClose: () => void): Promise<void> {
  await new Modal({ size: 'large', title: LIST_NAMES[list], context: { list }, onClose }).open();
}
