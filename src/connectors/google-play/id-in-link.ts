/** The id of a review in the address of its page in the Play Console, which Google's own export has in place of an id ("Review Link"). */
export function idInLink(link: string): string | undefined {
  const written = /^https?:\/\/play\.google\.com\/.*[?&#:;]reviewid=([^&#\s]+)/i.exec(link)?.[1];
  if (written === undefined) return undefined;
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}
