/**
 * Stands for a person whose source gives no id but an address or a name: the same text gives the same stand-in on this site, another one on
 * another site, and nobody can work back from it without the site's secret. Lower-case, at most 40 characters.
 */
export type Pseudonym = (text: string) => string;

/** Loads this site's secret (made on first use). @throws StoreUnavailable */
export type LoadPseudonym = () => Promise<Pseudonym>;
