import type { Finding } from './finding';

const WORD = String.raw`[\p{Lu}][\p{L}'’.-]*`;
const KINDS = 'Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Square|Sq|Row|Terrace|Place|Pl|Crescent|Close|Way|Parkway|Pkwy|Highway|Hwy|Trail|Alley|Gardens|Grove|Mews|Circle|Cir|Quay';
const UNIT = String.raw`(?:,? (?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|Room|#)\.? ?[\p{L}\d-]{1,6})?`;
const PLACES = String.raw`(?:,? ?\n?(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|${WORD}(?: ${WORD}){0,2},? [A-Z]{2} \d{5}(?:-\d{4})?|\d{4,5} ${WORD}(?:[ -]${WORD}){0,2}))?`;
/** Lines below a street that only finish the address: a flat, a town, a country, up to the last one that ends in a postcode. */
const BELOW = String.raw`(?:[,]?[ \t]*\n[ \t>?]*(?:(?:Apt|Apartment|Suite|Unit|Flat)\.? \d{1,5}|${WORD}(?:[ -][\p{L}.'’()-]{1,20}){0,3}|,? ?[A-Z]{2,3})){0,3}(?:[,]?[ \t]*\n[ \t>?]*(?:${WORD}(?:[ -][\p{L}.'’()-]{1,20}){0,3},? ?(?:[A-Z]{2} )?)?\d{4,6})`;
/** Numbers before the street, of the house and of the flat, as some countries and many forms write them. */
const BEFORE = String.raw`(?:(?<![\p{L}\p{N}.])\d{1,5} (?:\d{1,4} )?)?`;
const SHAPES = [
  String.raw`(?<![\p{L}\p{N}.])\d{1,5}[A-Za-z]?(?:[-/]\d{1,4})? (?:\d{1,4} )?(?:[NSEW]\.? )?${WORD}(?: ${WORD}){0,3} (?<!(?:Google|One|Hard|Flash|Network|Disk|USB|Shared) )(?:${KINDS})\b\.?${UNIT}${PLACES}`,
  String.raw`${BEFORE}(?<![\p{L}\p{N}])(?:${WORD}[ -]){0,2}[\p{Lu}][\p{L}-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|damm|ufer|laan|straat|plein|gracht|kade|vägen|gatan|gata|veien|vej|gade|katu|brücke|kapu|ulice|(?<=[\p{L}]{5})tie|utca|ulica) ?\d{1,4} ?[a-z]?(?![\p{L}\p{N}])${PLACES}`,
  String.raw`(?<![\p{L}\p{N}])(?:\d{1,4}(?: ?bis)?,? )?(?:rue|avenue|boulevard|place|chemin|allée|impasse|quai|cours)(?: (?:de la|de l'|de|du|des|d'))? ${WORD}(?:[ -]${WORD}){0,3}(?:,? \d{1,4})?(?:,? \d{5} ${WORD}(?:[ -]${WORD}){0,2})`,
  String.raw`${BEFORE}(?<![\p{L}\p{N}])(?:[Cc]alle|Avda\.|Av\.|[Rr]ua|Via|[Vv]iale|[Pp]iazza|[Cc]orso|[Rr]ua|[Aa]venida|[Pp]laza|[Pp]aseo|[Tt]ravessa|[Cc]arrer|[Uu]l\.|[Uu]lica|[Rr]ue) (?:(?:de|del|della|dei|di|la|las|los|do|da|dos|das) ){0,2}[\p{Lu}][\p{Ll}'’.-]+(?: ${WORD}){0,3},? (?:n[º°.]? ?)?\d{1,5}(?![\d.])${PLACES}`,
  String.raw`(?<![\p{L}\p{N}])(?:(?:Unit|PSC|CMR) \d{2,5},? ?Box \d{2,5}|USNV ${WORD}|USNS ${WORD}|USS ${WORD})[ ,\n]{1,3}[APFDO]PO,? A[AEP] \d{5}`,
  String.raw`(?<![\p{L}\p{N}])(?:P\.? ?O\.? ?Box|Postfach|Box|PSC) \d{2,7}(?:,? (?:Box|Apt|Unit) \d{1,6})?`,
  String.raw`(?<![\p{L}\p{N}])(?:Apt|Apartment|(?<!\p{L} )Suite|Flat)\.? \d{1,5}[A-Za-z]?(?![\p{L}\p{N}])`,
  String.raw`(?<=\b(?:at|is|to|on|the) )(?:the )?corner of [\p{Lu}][\p{L}'’.-]+(?: [\p{L}\d'’.-]+){0,4} and [\p{Lu}][\p{L}'’.-]+(?: [\p{Lu}\d][\p{L}\d'’.-]*){0,4}`,
].map((source, at) => new RegExp(at < 4 ? `${source}(?:${BELOW})?` : source, 'gu'));

/** Postal addresses as far as a street or box shows them; a town alone is none. */
export function* findStreets(text: string): Generator<Finding> {
  for (const shape of SHAPES) for (const match of text.matchAll(shape)) yield { kind: 'address', start: match.index, end: match.index + match[0].length };
}
