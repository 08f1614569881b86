import { GIVEN_NAMES } from '../../domain/given-names';
import type { Finding } from './finding';

const WORD = String.raw`\p{Lu}[\p{Ll}\p{M}]+(?:['’-]\p{Lu}?[\p{Ll}\p{M}]+)*`;
const INITIAL = String.raw`\p{Lu}\.?`;
const PARTICLE = '(?:van|von|der|den|de|da|di|del|della|dos|du|la|le|el|al|bin|ben|zu|zum|ter|ten|af|av)';
const FULL = `${WORD}(?: (?:${PARTICLE} ){0,2}(?:${WORD}|${INITIAL})){0,3}`;
const TITLE = String.raw`(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herrn?|Frau|Monsieur|Madame|Mme|Mlle|Señora?|Sra?|Sig|Sig\.ra|Signora?|Dhr|Mevr|Pan|Pani|Doña|Don)\.?`;
const AFTER_TITLE = new RegExp(String.raw`(?<![\p{L}\p{N}.])${TITLE} (?<name>(?:${PARTICLE} ){0,2}${FULL})`, 'dgu');
const SAID = new RegExp(String.raw`\b(?:[Mm]y (?:full |first |last )?name(?:'s| is)|[Mm]y name:|[Nn]ame(?:d)?:|[Cc]ontact(?: person)?:|[Ii]ch heiße|[Mm]ein Name ist|[Jj]e m['’]appelle|[Mm]e llamo|[Mm]i nombre es|[Mm]i chiamo|[Mm]ijn naam is|[Mm]eu nome é|[Jj]ag heter|[Cc]alled by|[Aa]sk for|in the name of) (?<name>${FULL})`, 'dgu');
const SIGNED = new RegExp(String.raw`(?:^|\n|[.!?] )[ \t]*(?:(?:[Kk]ind|[Bb]est|[Ww]arm|[Mm]any)? ?[Rr]egards|[Bb]est wishes|[Bb]est|[Cc]heers|(?:[Yy]ours )?[Ss]incerely(?: yours)?|[Yy]ours (?:truly|faithfully)|(?:[Mm]any )?[Tt]hanks(?: again| in advance)?|[Tt]hank you(?: very much| in advance)?|Mit freundlichen Grüßen|Viele Grüße|Liebe Grüße|Beste Grüße|LG|MfG|Cordialement|Saludos|Atentamente|Un saludo|Cordiali saluti|Groetjes|Met vriendelijke groet(?:en)?|Atenciosamente|Med vänlig hälsning)[,.!]?[ \t]*\n{1,2}[ \t]*[-–—]?[ \t]*(?<name>${FULL})[ \t]*(?=\n|$)`, 'dgu');
/** Who says "I'm" or "this is" with one word more often says how they are than who: a full name is asked for. */
const INTRODUCED = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:I['’]m|I am|[Tt]his is|[Hh]ier ist|[Ii]ch bin|[Jj]e suis|[Ss]oy) (?<name>${WORD}(?: (?:${PARTICLE} ){0,2}(?:${INITIAL} )?${WORD}){1,2})(?= (?:from|of|at|here|von|aus|de)\b|[,.!]?[ \t]*(?:\n|$)|, )`, 'dgu');
const CALLED = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:call(?:s|ed)? me|(?:[Mm]y|[Hh]is|[Hh]er|[Tt]he|[Oo]ur) (?:full |first |last |user )?name (?:is|should be|to)|(?:change|correct) (?:it|the name|my name) to|it['’]s under|name on the (?:account|card) is) (?<name>${FULL})`, 'dgu');
const RELATED = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er) (?:\w+ )?(?:husband|wife|partner|son|daughter|kid|child|brother|sister|mother|father|mom|mum|dad|boss|manager|colleague|coworker|friend|neighbou?r|doctor|lawyer|assistant|secretary|boyfriend|girlfriend|fianc[ée]e?|uncle|aunt|grandson|granddaughter),? (?<name>${FULL})(?=['’]s|[,.!?;:)]|\s|$)`, 'dgu');
const GREETED = new RegExp(String.raw`(?:^|\n)[ \t>]*(?:Hi|Hello|Hey|Dear|Good (?:morning|afternoon|evening)|Hallo|Liebe[r]?|Bonjour|Hola|Ciao|Beste|Olá|Hej),? (?<name>${FULL})(?=[ \t]*(?:[,!:–—-]|\n))`, 'dgu');
const SIGNED_IN_LINE = new RegExp(String.raw`(?:^|\n|[.!?] )[ \t]*(?:(?:[Kk]ind |[Bb]est |[Ww]arm )?[Rr]egards|[Bb]est wishes|[Cc]heers|[Ss]incerely|(?:[Mm]any )?[Tt]hanks(?: again| in advance)?|[Tt]hank you(?: very much| in advance)?|Viele Grüße|LG|MfG|Cordialement|Saludos|Groetjes),[ \t]+(?<name>${FULL})[ \t]*[.]?[ \t]*(?=\n|$)`, 'dgu');
/** Whose account, whose guardian, who did something for us: each asks for a full name. Who "says" something is as often a window of a program. */
const FULL_TWO = String.raw`${WORD}(?: (?:${PARTICLE} ){0,2}(?:${INITIAL} )?${WORD}){1,2}`;
const INVOLVED = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:[Oo]n behalf of|(?:husband|wife|partner|son|daughter|mother|father|boss|colleague)['’]s name(?: is)?,?) (?<name>${FULL_TWO})`, 'dgu');
const ADDED = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:[Aa]dd|[Ii]nvite|[Rr]emove|[Mm]ake|[Ss]et) (?<name>${FULL_TWO}) (?:as|to our|to the|from our|from the)\b`, 'dgu');
const ACTED = new RegExp(String.raw`(?<![\p{L}\p{N}])(?<name>${FULL_TWO}) (?=(?:lives|works|worked|told (?:me|us)|called (?:me|us)|wrote (?:me|us|to)|emailed|e-mailed|asked (?:me|us)|helped (?:me|us))\b)`, 'dgu');
/** All in small letters, as in a chat: only where nothing but the name follows. */
const SAID_SMALL = new RegExp(String.raw`(?:^|[.!?
] ?|, )(?:my name is|my name's|i am called) (?!(?:not|spell\w*|misspell\w*|wrong\w*|incorrect\w*|being|in|on|at|the|a|an|still|also|already|missing|shown|show\w*|display\w*|list\w*|always|never|now|just|my|too|cut|gone|used|appear\w*|written|only|different\w*)(?!\p{L}))(?<name>[\p{Ll}'’-]{2,}(?: [\p{Ll}]\.?)? [\p{Ll}'’-]{2,})(?=[ 	]*(?:[.,!
]|$|but |and i |from ))`, 'dgui');
/** A line that is a name and nothing else, over a line or two and then a house number with its street, or a box. */
const ADDRESSED = new RegExp(String.raw`(?:^|\n)[ \t>?]*(?<name>${WORD}(?: (?:${PARTICLE} ){0,2}(?:${INITIAL} ){0,2}${WORD}){1,3})[ \t]*\n(?:[^\n]{0,60}\n){0,3}?[ \t>?]*(?:\d{1,5} (?:\d{1,4} )?[\p{L}]|[APFDO]PO A[AEP] \d{5}|(?:P\.? ?O\.? ?Box|Postfach|Unit|PSC) \d|[\p{Lu}][\p{L}.-]+(?: [\p{L}.-]+){0,3} \d{1,4}[ \t]*\n)`, 'dgu');
/** Capitalised words that sign or follow a title and are no person. */
const NOBODY = /^(?:Recently|Currently|Lately|Suddenly|Unfortunately|Hopefully|Basically|Actually|Thunderbirds?|All|Everyone|Everybody|Folks|Guys|Community|Friends|Sirs?|Madam|Again|World|Developers?|Devs|Experts?|Volunteers?|Sorry|Just|Still|Very|So|Using|Having|Able|Unable|Glad|Sure|New|Old|German|English|French|American|British|Dutch|Italian|Spanish|Getting|Trying|Looking|Running|Mozilla|Thunderbird|Firefox|Windows|Microsoft|Outlook|Google|Gmail|Apple|Linux|Ubuntu|Android|Team|Support|Version|Please|Any|The|This|That|My|It|If|In|On|For|We|You|And|Also|Sent|From|Regards|Thanks|Hello|Hi|Dear|Best|New|Home|Local|Inbox|Folder|Account|Server|Customer|User|Users|Product|Company|Phone|Email|Mail|Date|No|Yes|Not|What|How|Why|When|Where|There|However|Edit|Edited|Update|Chris?tmas|Happy|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b/u;

const NO_SURNAME = new RegExp(`${NOBODY.source}|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Receiving|Operations|Sales|Staff|Manager|Van|Von|De|Di|La|Le)$`, 'u');
/** A common given name and a surname: nothing else has to say that a name stands there. */
const LISTED = new RegExp(String.raw`(?<![\p{L}\p{N}.@/_-])(?<given>${WORD})(?=(?<rest> (?:(?:\p{Lu}\.? )|(?:(?:${PARTICLE}|Van|Von|De|Di|La|Le) ){1,2})?(?<last>${WORD}))(?![\p{L}\p{N}@_]|\.\p{L}))`, 'gu');
const PATTERNS = [AFTER_TITLE, SAID, SIGNED, INTRODUCED, CALLED, RELATED, GREETED, SIGNED_IN_LINE, ADDRESSED, INVOLVED, ADDED, ACTED, SAID_SMALL];

/** Names of people: where something says that one follows (a title, "my name is", a greeting, a signature, "my husband", an address below), and full names that begin as names do. */
export function* findNames(text: string): Generator<Finding> {
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.['name'] ?? [0, 0];
      const name = text.slice(start, end);
      if (!NOBODY.test(name)) yield { kind: 'name', start, end };
    }
  }
  for (const { 0: name, index, groups } of text.matchAll(LISTED)) {
    if (GIVEN_NAMES.has(groups?.['given'] ?? '') && !NO_SURNAME.test(groups?.['last'] ?? '')) yield { kind: 'name', start: index, end: index + name.length + (groups?.['rest'] ?? '').length };
  }
}
