import { z } from 'zod';
import { asAdmin } from '../../host/seed/apply-seed';
import { openTestSite, TWO_TENANTS } from '../../test/flow/open-test-site';
import { offer } from './offer';

const NewKey = z.object({ key: z.string(), secret: z.string() });
const Found = z.object({ signals: z.number() });

/** What a flood of signed deliveries becomes on the host: how many were accepted, and that none of them was lost. */
export async function benchInbound(perSecond = 300, seconds = 60): Promise<Record<string, unknown>> {
  const [seed] = TWO_TENANTS;
  if (seed === undefined) throw new Error('no tenant to send to');
  const { site, close } = await openTestSite();
  try {
    const ask = asAdmin(site.host, seed);
    const key = await ask('admin.addInbound', { product: seed.products[0]?.id, name: 'Bench', visibility: 'open', quietAfterHours: 24 }, NewKey);
    const url = site.host.webTriggerUrl(seed.tenant, 'inbound-trigger');
    const now = (): number => Math.floor(Date.parse(site.host.clock()) / 1000);
    const { accepted, acceptedInTheEnd, acceptedPerSecond, byStatus, sent, unanswered } = await offer({ url, key, perSecond, seconds, now, doesRetry: true });
    await site.host.advanceClock(60_000);
    await site.host.idle();
    const view = z.object({ products: z.array(z.object({ sources: z.array(z.object({ source: z.string(), kept: z.number() })) })) }).parse(await ask('admin.open', {}, z.unknown()));
    const stored = Found.parse({ signals: view.products.flatMap((product) => product.sources).find((one) => one.source === 'bench')?.kept ?? 0 }).signals;
    return {
      offered: sent, offeredPerSecond: perSecond, byStatus, unanswered,
      acceptedAtOnce: accepted.length, acceptedPerSecond: Math.round(acceptedPerSecond * 10) / 10,
      acceptedAfterRetry: acceptedInTheEnd.length, stored, lost: acceptedInTheEnd.length - stored,
    };
  } finally {
    await close();
  }
}
