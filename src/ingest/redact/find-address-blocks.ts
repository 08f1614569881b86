import type { Finding } from './finding';

const NAMED = String.raw`[\p{Lu}][\p{L}\p{M}.'’-]*`;
const SMALL = '(?:de|del|della|di|da|do|dos|du|des|la|las|le|les|los|van|von|der|den|am|an|im|in|zu|el|al|og|and|nad|pod|u\\.|the)';
const TOKEN = String.raw`(?:${NAMED}|\d{1,5}[A-Za-z]?\.?(?![\p{L}\p{N}.]\p{N})|${SMALL})(?![\p{L}\p{N}])`;
const RUN = `${TOKEN}(?: ${TOKEN}){1,7}`;
const NEXT = String.raw`(?:,? |,?[ \t]*\n(?:[ \t]*\n)?[ \t>?]*,? ?)`;
const FLAT = String.raw`(?:Apt|Apartment|Suite|Unit|Flat)\.? \d{1,5}`;
const PLACE = String.raw`(?!${FLAT})[\p{Lu}][\p{L}\p{M}.'’()-]*(?: [\p{L}\p{M}.'’()-]{2,20}){0,3}`;
/** Town, region, country and postcode, as far as they end in a postcode. */
const TOWN = String.raw`(?:${NEXT}${PLACE}){0,3}?${NEXT}(?:${PLACE} )?\d{4,6}(?![\p{L}\p{N}])`;
/** Who says where somebody lives, or where something is to go. */
const LEAD = String.raw`(?<![\p{L}])(?:(?:[Ll]ives?|[Ll]iving|[Ll]ocated|[Rr]esid(?:e|es|ing)) (?:at|in)|[Aa]ddress(?:es)?(?: is| to| with|:)|(?:[Ss]hip|[Ss]hipped|[Dd]eliver|[Dd]elivered|[Mm]ail|[Mm]ailed|[Aa]rrived)(?: it| them)? (?:to|at)|[Ww]ohn(?:e|t|haft) (?:in|am)|[Hh]abite au|[Vv]ivo en)`;
const SHAPES = [
  // A flat, with the street before it and the town after it.
  String.raw`(?<place>(?<![\p{L}\p{N}.])\d{1,5}[A-Za-z]? ${RUN}${NEXT}${FLAT}(?:${NEXT}${FLAT})?(?:${TOWN})?)`,
  // A house number, a street, a number again: said to be where somebody is.
  String.raw`${LEAD}:?\s+(?<place>(?:the )?\d{1,5}[A-Za-z]? (?:\d{1,4} )?(?:${SMALL} ){0,2}${NAMED}(?: ${TOKEN}){0,6}(?:${NEXT}${FLAT}){0,2}(?:${TOWN})?)`,
  String.raw`${LEAD}:?\s+(?<place>${NAMED}(?: (?:${NAMED}|${SMALL})){0,4} \d{1,4}[a-z]?(?:${NEXT}${FLAT}){0,2}(?:${TOWN})?(?![\p{L}\p{N}.]))`,
].map((source) => new RegExp(source, 'dgu'));
/** A street and then a number, of the house, the flat or the town: a number and a word alone are a count of something. */
const NUMBERED = /\p{L}{3}.*\d/su;
/** What a number may stand before that is no street. */
const NO_STREET = /^\d+ (?:[\p{L}\d.'’-]+ )*?(?:Port|Mb|MB|GB|KB|Gmail|Outlook|Yahoo|Thunderbird|Windows|Inbox|IMAP|POP|SMTP|Mails?|Emails?|Accounts?|Folders?|Messages?)\b/u;

/** Addresses whose street no word gives away: by a flat inside of them, or because somebody says that they live there. */
export function* findAddressBlocks(text: string): Generator<Finding> {
  for (const shape of SHAPES) {
    for (const match of text.matchAll(shape)) {
      const [start, end] = match.indices?.groups?.['place'] ?? [0, 0];
      if (!NO_STREET.test(text.slice(start, end)) && NUMBERED.test(text.slice(start, end))) yield { kind: 'address', start, end };
    }
  }
}
