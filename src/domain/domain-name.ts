const LETTERS = /^[\p{L}\p{M}\p{N}.-]+$/u;
const NAME = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/u;

/**
 * A domain as it is kept and compared, however it was written: in lower case, and other letters than English ones as the name system writes them
 * (`bücher.de` is `xn--bcher-kva.de`), so that a list and a mail mean the same company. Undefined for what is none.
 */
export function domainName(text: string): string | undefined {
  const plain = text.trim().toLowerCase().replace(/\.$/u, '');
  if (!LETTERS.test(plain)) return undefined;
  const address = `https://${plain}`;
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return NAME.test(host) ? host : undefined;
}
