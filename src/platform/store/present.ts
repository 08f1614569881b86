/** The same object without its absent fields. */
export type Present<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> };

/** NULL in a row is an absent field in an object. */
export function present<Fields extends object>(fields: Fields): Present<Fields> {
  const kept = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(kept) as Present<Fields>;
}
