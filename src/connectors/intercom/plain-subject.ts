const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', quot: '"', '#39': "'" };

/** A mail's subject as words: Intercom gives it as a paragraph of HTML, be the messages asked for as plain text or not. */
export function plainSubject(subject = ''): string {
  const inner = /^\s*<(p|div)\b[^>]*>([\s\S]*)<\/\1>\s*$/iu.exec(subject)?.[2];
  const words = inner === undefined ? subject : inner.replace(/<\/?[a-z][^>]*>/giu, ' ').replace(/&(amp|lt|gt|nbsp|quot|#39);/gu, (whole, name: string) => ENTITIES[name] ?? whole);
  return words.replace(/\s+/gu, ' ').trim();
}
