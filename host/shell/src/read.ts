/** Values out of an answer, by dotted path. What is not there, or not of that kind, is undefined. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((one, step) => (typeof one === 'object' && one !== null ? Object.getOwnPropertyDescriptor(one, step)?.value : undefined), value);
}

export function textAt(value: unknown, path: string): string | undefined {
  const found = at(value, path);
  return typeof found === 'string' ? found : undefined;
}

export function numberAt(value: unknown, path: string): number | undefined {
  const found = at(value, path);
  return typeof found === 'number' ? found : undefined;
}

export function listAt(value: unknown, path: string): readonly unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}

export function textsAt(value: unknown, path: string): readonly string[] {
  return listAt(value, path).filter((one) => typeof one === 'string');
}
