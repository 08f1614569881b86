import type { SeedVendor } from '../../seed';
import type { DemoProduct } from '../needs';
import { sourceOf, STORES, type DemoSource, type SourceCode } from '../sources';
import { demoSignals, REPOSITORIES, ZENDESKS, type DemoSignal } from '../signals';
import { OUTAGE, SOURCE_GAP } from '../planted/gap';
import { demoGithub } from './github';
import { demoGong } from './gong';
import { demoIntercom } from './intercom';
import { demoMail } from './mail';
import { demoRequests, DESKS } from './service-desk';
import { demoSlack } from './slack';
import { demoAppStore, demoGooglePlay } from './stores';
import { demoTypeform } from './typeform';
import { demoZendesk } from './zendesk';

/** Back to before anybody said anything. */
const DAYS = 500;

/** What comes as a file: surveys of who left, and reviews that Google no longer shows. */
const FILES: ReadonlySet<SourceCode> = new Set(['exit']);

/** Does it come from a vendor or a sender, and not in a file? */
export function isReadLive(signal: DemoSignal): boolean {
  return !FILES.has(signal.source) && signal.place !== STORES.googleFile;
}

/** The vendors where the demo's customers speak, each with all that was and will be said there. */
export function demoVendors(): readonly SeedVendor[] {
  const products: readonly DemoProduct[] = ['dispatch', 'crew'];
  return [
    ...products.flatMap((product) => {
      const on = (code: Exclude<SourceCode, 'app'>): readonly [SeedVendor['connection'], readonly DemoSignal[]] => {
        const place = sourceOf(code, product);
        return [connectionOf(place, product), saidIn(place)];
      };
      const [zendesk, tickets] = on('zd');
      const [intercom, talks] = on('ic');
      const [github, issues] = on('gh');
      const [typeform, answers] = on('nps');
      return [
        demoZendesk(zendesk, ZENDESKS[product], tickets),
        demoIntercom(intercom, product === 'dispatch' ? 'us' : 'eu', talks, product === OUTAGE.product ? OUTAGE : undefined),
        demoGithub(github, REPOSITORIES[product], issues),
        demoTypeform(typeform, product === 'dispatch' ? 'nPsD1sp' : 'nPsCr3w', answers),
        demoRequests(on('jsm')[0], DESKS[product].support),
        demoRequests(on('sec')[0], DESKS[product].security),
        demoGong(...on('call')),
        demoGong(...on('cs')),
      ];
    }),
    demoAppStore(connectionOf(STORES.apple, 'crew'), saidIn(STORES.apple)),
    demoGooglePlay(connectionOf(STORES.google, 'crew'), saidIn(STORES.google)),
    demoSlack(connectionOf(sourceOf('slk', 'dispatch'), 'dispatch'), saidIn(sourceOf('slk', 'dispatch'))),
    demoMail(connectionOf(sourceOf('fwd', 'dispatch'), 'dispatch'), saidIn(sourceOf('fwd', 'dispatch'))),
  ];
}

function saidIn(place: DemoSource): readonly DemoSignal[] {
  return demoSignals().filter((one) => one.place.id === place.id);
}

function connectionOf({ id, kind, name, visibility }: DemoSource, product: DemoProduct): SeedVendor['connection'] {
  return { connector: kind, product, name, visibility, days: DAYS, ...(id === sourceOf(SOURCE_GAP.source, SOURCE_GAP.product).id ? { gaps: [SOURCE_GAP] } : {}) };
}
