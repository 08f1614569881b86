import type { Finding } from './finding';

const WORD = String.raw`\p{Lu}[\p{Ll}\p{M}]+(?:['’-]\p{Lu}?[\p{Ll}\p{M}]+)*`;
const INITIAL = String.raw`\p{Lu}\.?`;
const PARTICLE = '(?:van|von|der|den|de|da|di|del|della|dos|du|la|le|el|al|bin|ben|zu|zum|ter|ten|af|av)';
const FULL = `${WORD}(?: (?:${PARTICLE} ){0,2}(?:${WORD}|${INITIAL})){0,3}`;
const TITLE = String.raw`(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herrn?|Frau|Monsieur|Madame|Mme|Mlle|Señora?|Sra?|Sig|Sig\.ra|Signora?|Dhr|Mevr|Pan|Pani|Doña|Don)\.?`;
const AFTER_TITLE = new RegExp(String.raw`(?<![\p{L}\p{N}.])${TITLE} (?<name>(?:${PARTICLE} ){0,2}${FULL})`, 'dgu');
const SAID = new RegExp(String.raw`\b(?:[Mm]y (?:full |first |last )?name(?:'s| is)|[Mm]y name:|[Nn]ame(?:d)?:|[Cc]ontact(?: person)?:|[Ii]ch heiße|[Mm]ein Name ist|[Jj]e m['’]appelle|[Mm]e llamo|[Mm]i nombre es|[Mm]i chiamo|[Mm]ijn naam is|[Mm]eu nome é|[Jj]ag heter|[Cc]alled by|[Aa]sk for|in the name of) (?<name>${FULL})`, 'dgu');
const SIGNED = new RegExp(String.raw`(?:^|\n|[.!?] )[ \t]*(?:(?:[Kk]ind|[Bb]est|[Ww]arm|[Mm]any)? ?[Rr]egards|[Bb]est wishes|[Bb]est|[Cc]heers|(?:[Yy]ours )?[Ss]incerely(?: yours)?|[Yy]ours (?:truly|faithfully)|(?:[Mm]any )?[Tt]hanks(?: again| in advance)?|[Tt]hank you(?: very much| in advance)?|Mit freundlichen Grüßen|Viele Grüße|Liebe Grüße|Beste Grüße|LG|MfG|Cordialement|Saludos|Atentamente|Un saludo|Cordiali saluti|Groetjes|Met vriendelijke groet(?:en)?|Atenciosamente|Med vänlig hälsning)[,.!]?[ \t]*\n{1,2}[ \t]*[-–—]?[ \t]*(?<name>${FULL})[ \t]*(?=\n|$)`, 'dgu');
/** Capitalised words that sign or follow a title and are no person. */
const NOBODY = /^(?:Mozilla|Thunderbird|Firefox|Windows|Microsoft|Outlook|Google|Gmail|Apple|Linux|Ubuntu|Android|Team|Support|Version|Please|Any|The|This|That|My|It|If|In|On|For|We|You|And|Also|Sent|From|Regards|Thanks|Hello|Hi|Dear|Best|New|Home|Local|Inbox|Folder|Account|Server|Customer|User|Users|Product|Company|Phone|Email|Mail|Date|No|Yes|Not|What|How|Why|When|Where|There|However|Edit|Edited|Update|Chris?tmas|Happy|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b/;

/** Names of people where something says that one follows: a title, "my name is", the signature under a greeting. */
export function* findNames(text: string): Generator<Finding> {
  for (const pattern of [AFTER_TITLE, SAID, SIGNED]) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.['name'] ?? [0, 0];
      const name = text.slice(start, end);
      if (!NOBODY.test(name)) yield { kind: 'name', start, end };
    }
  }
}
