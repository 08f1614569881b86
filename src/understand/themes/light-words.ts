const WORDS = `way thing lot much many very realli yet still long far everi everything someth anyth noth alway sometim one two first last next
new old other another same differ good better best bad great nice well abl go going gone come came get make made put say said see seen
look find found time day week month year ago today yesterday now els anymor back right left top many few less least bit much love hate
awesom amaz perfect cool sudden suddenli recent recentli excellent think want show keep happen thing stuff really app`;

const LIGHT: ReadonlySet<string> = new Set(WORDS.split(/\s+/));

/** Words that name nothing by themselves: a label needs another word beside them. Stems, as `stem` leaves them. */
export function isLight(stems: readonly string[]): boolean {
  return stems.every((stem) => LIGHT.has(stem));
}
