import { Modal } from '@forge/bridge';

/** What stands behind the panel's buttons, each in a dialog of its own. */
export type Screen = 'prototype' | 'debate';
export const SCREEN_NAMES: Readonly<Record<Screen, string>> = { prototype: 'Prototype brief', debate: 'For and against' };

/** The screen that this document was opened for, when it is a dialog. */
export function screenOf(dialog: Readonly<Record<string, unknown>> | undefined): Screen | undefined {
  const name = dialog?.['screen'];
  return name === 'prototype' || name === 'debate' ? name : undefined;
}

/** Opens a screen in Jira's own dialog. Rejects where the platform has none; the caller then shows it in place. */
export async function openScreen(screen: Screen, onClose: () => void): Promise<void> {
  await new Modal({ size: 'large', title: SCREEN_NAMES[screen], context: { screen }, onClose }).open();
}
