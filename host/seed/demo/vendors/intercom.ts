import { worldOf, type Talk } from '../../../sources/intercom/world';
import type { Reply } from '../../../sources/source-world';
import type { SeedVendor } from '../../seed';
import { demoAccounts } from '../accounts';
import { hasOrganisation } from '../known-accounts';
import type { DemoSignal } from '../signals';
import { addressOf, domainOf, numberFor } from './people';

const HOSTS = { us: 'api.intercom.io', eu: 'api.eu.intercom.io', au: 'api.au.intercom.io' } as const;
const SIGN_IN: Reply = { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Sign in</title>' };

/** An Intercom workspace: a conversation a signal; companies by their sites. During an outage it answers everything with a page for people. */
export function demoIntercom(connection: SeedVendor['connection'], region: keyof typeof HOSTS, signals: readonly DemoSignal[], outage?: { readonly from: string; readonly to: string }): SeedVendor {
  return {
    connection,
    hosts: [HOSTS[region]],
    open: (needs) => {
      const key = needs.keep(`intercom-${region}.token`, () => crypto.randomUUID());
      const companies = demoAccounts().filter(hasOrganisation).map(({ id, name }) => ({ id: String(numberFor(id)), name, website: `https://www.${domainOf(id)}` }));
      const isBroken = (now: number): boolean => outage !== undefined && now >= Date.parse(outage.from) && now < Date.parse(outage.to);
      const world = worldOf(needs, { talks: signals.map(talkOf), companies, region, key });
      return { fields: { ...world.settings, ...world.secrets }, answer: (call) => (isBroken(needs.now()) ? SIGN_IN : world.answer(call)) };
    },
  };
}

function talkOf(signal: DemoSignal): Talk {
  const at = Math.floor(Date.parse(signal.at) / 1000);
  const email = addressOf(signal);
  return { id: signal.id, created: at, updated: at, contact: String(numberFor(email)), email, body: signal.text ?? '', parts: [], isGone: false, ...(signal.title === undefined ? {} : { subject: signal.title }), ...(signal.status === undefined ? {} : { state: signal.status }) };
}
