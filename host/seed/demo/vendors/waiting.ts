import { DAY_IN_MS, epochMs, isoTime } from '../../../../src/domain/time';
import { makeCast, type Cast } from '../authors';
import { STARTS_AT } from '../calendar';
import { readClauses, type Clauses } from '../clauses';
import { outline, phrase } from '../compose';
import { dice, type Dice } from '../dice';
import { factsOf } from '../draft';
import { NEEDS, type DemoProduct } from '../needs';
import type { DemoSignal } from '../signals';
import type { SourceCode } from '../sources';
import { voiceOf } from '../voice';
import type { SeedVendor } from '../../seed';
import { demoGithub } from './github';
import { demoGong } from './gong';
import { demoIntercom } from './intercom';
import { demoAppStore, demoGooglePlay } from './stores';
import { demoSurveyMonkey } from './surveymonkey';
import { demoTypeform } from './typeform';
import { demoZendesk } from './zendesk';

const COUNT = 60;
/** Most of them lie before the demo begins; the others arrive while the clock is moved. */
const BEFORE = 40;

interface Place {
  /** Whose way of speaking it has. */
  readonly like: SourceCode;
  readonly name: string;
  readonly connector: string;
  readonly product: DemoProduct;
  readonly id: (number: number) => string;
  readonly open: (connection: SeedVendor['connection'], signals: readonly DemoSignal[]) => SeedVendor;
  /** Days from one to the next. */
  readonly every?: number;
}

/** One account at each vendor that the app asks, which nobody has connected yet. */
const PLACES: readonly Place[] = [
  { like: 'zd', connector: 'zendesk', name: 'Zendesk, partners', product: 'dispatch', id: (at) => String(9_000 + at), open: (one, said) => demoZendesk(one, 'spannerby-partners.zendesk.com', said) },
  { like: 'ic', connector: 'intercom', name: 'Intercom, Australia', product: 'dispatch', id: (at) => String(7_100_000 + at), open: (one, said) => demoIntercom(one, 'au', said) },
  { like: 'gh', connector: 'github', name: 'GitHub, plug-ins', product: 'dispatch', id: (at) => `spannerby/plugins#${at}`, open: (one, said) => demoGithub(one, 'spannerby/plugins', said) },
  { like: 'app', connector: 'app-store', name: 'App Store, Crew Lite', product: 'crew', id: (at) => `lite-${at}`, open: (one, said) => demoAppStore(one, said, { id: '6502218841', name: 'Spannerby Crew Lite', key: 'app-store-lite.key' }) },
  { like: 'app', connector: 'google-play', name: 'Google Play, Crew Lite', product: 'crew', id: (at) => `gp:lite-${at}`, every: 0.22, open: (one, said) => demoGooglePlay(one, said, { id: 'com.spannerby.crew.lite', key: 'google-play-lite.key' }) },
  { like: 'exit', connector: 'surveymonkey', name: 'SurveyMonkey, trials', product: 'dispatch', id: (at) => String(11_900_000_000 + at), open: demoSurveyMonkey },
  { like: 'nps', connector: 'typeform', name: 'Typeform, after onboarding', product: 'dispatch', id: (at) => `onboarding${at}`, open: (one, said) => demoTypeform(one, 'onBoardD1', said) },
  { like: 'call', connector: 'gong', name: 'Gong, onboarding calls', product: 'dispatch', id: (at) => `${7_783_000_000_000 + at}#0`, open: demoGong },
];

/** Vendors with something to say whom a person can connect: nothing of them is in the demo until somebody does. */
export function waitingVendors(): readonly SeedVendor[] {
  const [cast, clauses] = [makeCast(), readClauses()];
  return PLACES.map((place) => ({ ...place.open({ connector: place.connector, product: place.product, name: place.name, visibility: 'open', days: 90 }, saidAt(place, cast, clauses)), isWaiting: true }));
}

/** What people say there, by the grammar of the demo, oldest first. */
function saidAt({ like, connector, product, name, id, every = 0.6 }: Place, cast: Cast, clauses: ReadonlyMap<string, Clauses>): readonly DemoSignal[] {
  const chance = dice(`waiting ${connector}`);
  const place = { id: connector, kind: connector, name, visibility: 'open' as const };
  return Array.from({ length: COUNT }, (_, index) => {
    const at = isoTime(epochMs(STARTS_AT) + (index - BEFORE) * every * DAY_IN_MS + chance.whole(1, 3_600) * 1_000);
    return { ...oneSaid(like, product, at, { cast, clauses, chance }), id: id(index + 1), place };
  });
}

function oneSaid(like: SourceCode, product: DemoProduct, at: string, { cast, clauses: known, chance }: { readonly cast: Cast; readonly clauses: ReadonlyMap<string, Clauses>; readonly chance: Dice }): Omit<DemoSignal, 'id' | 'place'> {
  const need = chance.pick(NEEDS.filter((one) => one.product === product));
  const account = chance.pick(cast.accounts);
  const author = cast.personOf(account.id, chance);
  const clauses = known.get(need.id);
  if (clauses === undefined) throw new Error(`${need.id} has no clauses`);
  const speaker = { account, voice: voiceOf(author.id), clauses, isContent: false, chance };
  return { source: like, need: need.id, origin: 'generated', at, kind: 'said', ...factsOf(like, need, at, author, chance), product, ...phrase(like, speaker, outline(like, speaker)) };
}
