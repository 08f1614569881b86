/** A record's id as this connector makes it: an issue, a discussion, or a comment of one of them. */
const ID = /^([A-Za-z0-9-]+)\/([A-Za-z0-9._-]+)(#|\/d)(\d+)(?:\/c\d+)?$/;

export interface CanaryQuery {
  /** Parts of a GraphQL query, each under a name of its own: c0, c1, …; empty where there is nothing to ask. */
  readonly text: string;
  readonly asked: readonly string[];
  /** Of the answer's data: those whose issue or discussion is shown. A comment counts as shown with what it stands under. */
  readonly foundIn: (data: unknown) => readonly string[];
}

/** Asks in one request for records of any repository. An id that is not one of ours is not asked for. */
export function canaryQuery(ids: readonly string[]): CanaryQuery {
  const asked = ids.filter((id) => ID.test(id));
  const parts = asked.map((id, place) => {
    const [, owner = '', name = '', mark = '', number = ''] = ID.exec(id) ?? [];
    return `c${place}: repository(owner: "${owner}", name: "${name}") { ${mark === '#' ? 'issue' : 'discussion'}(number: ${number}) { number } }`;
  });
  return { text: parts.join('\n  '), asked, foundIn: (data) => asked.filter((_, place) => isShown(data, `c${place}`)) };
}

/** GitHub answers what it does not find with an error of its own beside the data: that is an answer, where it is about single things that were asked for. */
export function isAboutMissing(errors: readonly { readonly type?: unknown; readonly path?: readonly unknown[] | undefined }[]): boolean {
  return errors.length > 0 && errors.every(({ type, path }) => type === 'NOT_FOUND' && typeof path?.[0] === 'string' && /^(?:c\d+|nodes)$/.test(path[0]));
}

function isShown(data: unknown, name: string): boolean {
  const part = propertyOf(data, name);
  return [propertyOf(part, 'issue'), propertyOf(part, 'discussion')].some((one) => typeof propertyOf(one, 'number') === 'number');
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
