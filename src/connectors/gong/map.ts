import type { z } from 'zod';
import type { SkippedRecord, SourceRecord } from '../../domain/source-record';
import { markCrosstalk } from '../../domain/crosstalk';
import { inParts } from '../../domain/looked-at';
import { epochMs, isoTime } from '../../domain/time';
import { customerTurns, type Side, type Turn } from '../../domain/transcript';
import type { Pseudonym } from '../../ports/pseudonym';
import { domainOfAddress, plainAddress } from '../_shared/domain-of';
import { peopleOf } from '../_shared/persons-name';
import type { Call, Transcript } from './schema';

type GongCall = z.output<typeof Call>;

/** Every turn that a person from outside spoke is a record; ours are context, and so is the title that we gave the call. Who Gong cannot place counts as nobody's customer. */
export function toRecords(call: GongCall, transcript: z.output<typeof Transcript>, readAt: string, pseudonym: Pseudonym): readonly (SourceRecord | SkippedRecord)[] {
  const { id, started, url, language, workspaceId } = call.metaData;
  const sides = new Map<string, Side>();
  const domains = new Map<string, string>();
  const standIns = new Map<string, string>();
  for (const party of call.parties ?? []) {
    if (party.speakerId === undefined) continue;
    // Two who share a speaker and are not on one side: whose words they are nobody can say.
    const [side, other] = [sideOf(party.affiliation), sides.get(party.speakerId)];
    sides.set(party.speakerId, other === undefined || other === side ? side : 'unknown');
    const domain = domainOfAddress(party.emailAddress);
    if (domain !== undefined) domains.set(party.speakerId, domain);
    const address = plainAddress(party.emailAddress);
    if (address !== undefined) standIns.set(party.speakerId, pseudonym(address));
  }
  const people = peopleOf((call.parties ?? []).map((party) => party.name));
  const turns = markCrosstalk(turnsOf(transcript));
  const { said, skipped } = customerTurns(turns, (speaker) => sides.get(speaker) ?? 'unknown');
  const records = said.flatMap((turn) => inParts(turn.text).map((text, part): SourceRecord => {
    const domain = domains.get(turn.speaker);
    return {
      externalId: `${id}#${turn.seq}${part === 0 ? '' : `.${part + 1}`}`,
      group: id,
      revision: readAt,
      at: turn.startMs === undefined ? started : isoTime(epochMs(started) + turn.startMs),
      kind: 'said',
      text,
      ...people,
      // Gong numbers speakers anew in each call; the site's stand-in for an address is one person in all of them.
      author: standIns.get(turn.speaker) ?? `${id}/${turn.speaker}`,
      routing: { workspace: workspaceId === undefined ? [] : [workspaceId] },
      ...(url === undefined ? {} : { url }),
      ...(language === undefined ? {} : { locale: language }),
      ...(domain === undefined ? {} : { account: { domain } }),
    };
  }));
  const isStrange = (reason: string): boolean => reason === 'speaker unknown' && isUntold(turns, call);
  const reasons = Object.entries(skipped).flatMap(([reason, count]) => Array.from({ length: count }, (_, place): SkippedRecord => ({ externalId: `${id}#${SHORT[reason] ?? reason}-${place}`, group: id, revision: isStrange(reason) ? '' : readAt, at: started, reason: isStrange(reason) ? 'unreadable: parties.affiliation' : (WORDS[reason] ?? reason) })));
  return [...records, ...reasons];
}

/** Gong says the side of every party, if only as "Unknown": a speaker of whom it says nothing is a change of its interface, not a stranger. */
function isUntold(turns: readonly Turn[], call: GongCall): boolean {
  const told = new Set((call.parties ?? []).flatMap((party) => (party.speakerId === undefined || party.affiliation === undefined ? [] : [party.speakerId])));
  return turns.some((turn) => turn.speaker === undefined || !told.has(turn.speaker));
}

const SHORT: Readonly<Record<string, string>> = { 'said by us': 'ours', 'speaker unknown': 'unknown', 'several spoke at once': 'crosstalk', 'no words': 'short' };
const WORDS: Readonly<Record<string, string>> = { 'said by us': 'agent-words', 'speaker unknown': 'speaker-unknown', 'several spoke at once': 'crosstalk', 'no words': 'no-words' };

function sideOf(affiliation: string | undefined): Side {
  switch (affiliation?.toLowerCase()) {
    case 'external':
      return 'customer';
    case 'internal':
      return 'ours';
    default:
      return 'unknown';
  }
}

function turnsOf({ transcript }: z.output<typeof Transcript>): readonly Turn[] {
  return transcript.flatMap(({ speakerId, sentences }): Turn[] => {
    const [first, last] = [sentences[0], sentences.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ startMs: first.start, endMs: last.end, text: sentences.map((one) => one.text.trim()).join(' '), ...(speakerId === undefined ? {} : { speaker: speakerId }) }];
  });
}
