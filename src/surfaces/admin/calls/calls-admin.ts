import type Resolver from '@forge/resolver';
import { KeepCall, ReadTranscript, type KeptCallView, type TranscriptView } from '../../../contract/calls';
import { BadInput } from '../../../domain/errors';
import type { Transcript, Turn } from '../../../domain/transcript';
import type { App } from '../../../app';
import { endpoint } from '../../endpoint';
import { siteAdmin } from '../../permissions';

const FORMATS: Readonly<Record<Transcript['format'], string>> = { vtt: 'WebVTT captions', srt: 'SubRip captions', json: 'JSON', txt: 'plain text' };
const FIRST_CHARACTERS = 160;
const MOST_PROBLEMS = 20;

/** A conversation from a file: first who speaks in it, then the customers' turns are kept. */
export function defineCalls(resolver: Resolver, app: App): void {
  const admin = siteAdmin(app.ports.tracker);
  resolver.define('calls.read', endpoint('calls.read', ReadTranscript, admin, async ({ text }) => transcriptView(await app.readTranscript(text))));
  resolver.define('calls.keep', endpoint('calls.keep', KeepCall, admin, async ({ product, source, call, text, sides }, caller): Promise<KeptCallView> => {
    if ((await app.ports.stores.products.findProduct(product)) === undefined) throw new BadInput('calls.keep', 'product', 'no such product');
    const { turns, speakers } = await app.readTranscript(text);
    const strange = Object.keys(sides).find((name) => !speakers.includes(name));
    if (strange !== undefined) throw new BadInput('calls.keep', 'sides', 'names somebody who does not speak in this transcript');
    const { title, account, url, ...rest } = call;
    const kept = await app.keepCall({
      source: { ...source, product },
      call: { ...rest, ...(title === undefined ? {} : { title }), ...(account === undefined ? {} : { account }), ...(url === undefined ? {} : { url }) },
      turns,
      sides: new Map(Object.entries(sides)),
      startedBy: caller.accountId,
    });
    return { ...kept, skipped: Object.entries(kept.skipped).map(([reason, count]) => ({ reason, turns: count })) };
  }));
}

/** Enough to tell who is who, and nothing else of the conversation. */
function transcriptView({ format, turns, speakers, problems }: Transcript): TranscriptView {
  return {
    format: FORMATS[format],
    turns: turns.length,
    withoutSpeaker: turns.filter((turn) => turn.speaker === undefined).length,
    crosstalk: turns.filter((turn) => turn.isCrosstalk === true).length,
    problems: problems.slice(0, MOST_PROBLEMS),
    speakers: speakers.map((name) => {
      const own = turns.filter((turn) => turn.speaker === name);
      return { name, turns: own.length, words: own.reduce((sum, turn) => sum + wordsIn(turn), 0), first: own.map((turn) => turn.text).join(' ').slice(0, FIRST_CHARACTERS) };
    }),
  };
}

function wordsIn({ text }: Turn): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}
