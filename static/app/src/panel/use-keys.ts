import { useEffect, useState } from 'react';

const SETTING = 'resurface.keys';

/** Single keys act only while this document has the keyboard focus, outside text fields, and only when the person leaves them on (WCAG 2.1.4). */
export function useKeys(actions: Readonly<Record<string, (() => void) | undefined>>): { readonly isOn: boolean; readonly toggle: () => void } {
  const [isOn, setOn] = useState(() => readSetting() !== 'off');
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      const action = actions[event.key.toLowerCase()];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn, actions]);
  const toggle = (): void => {
    writeSetting(isOn ? 'off' : 'on');
    setOn(!isOn);
  };
  return { isOn, toggle };
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** A browser may refuse storage to framed documents; the choice then lasts as long as the page. */
function readSetting(): string | null {
  return hasStorage() ? localStorage.getItem(SETTING) : null;
}

function writeSetting(value: 'on' | 'off'): void {
  if (hasStorage()) localStorage.setItem(SETTING, value);
}

function hasStorage(): boolean {
  try {
    return typeof localStorage === 'object' && localStorage !== null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'SecurityError') return false;
    throw error;
  }
}
