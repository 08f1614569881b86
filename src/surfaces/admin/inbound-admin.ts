import type Resolver from '@forge/resolver';
import { AddInbound, InboundKeyRef, InboundRef, RemoveInbound, SayHandedOver, type InboundView, type NewInboundKey } from '../../contract/inbound';
import { INBOUND_MESSAGES } from '../../contract/inbound-messages';
import { Nothing } from '../../contract/panel';
import { BadInput } from '../../domain/errors';
import type { InboundRefusal, InboundSource } from '../../domain/inbound';
import { sentence } from '../../domain/sentence';
import { epochMs, isoDay, isoTime } from '../../domain/time';
import type { App } from '../../app';
import { isQuietTime, quietGap } from '../../ingest/inbound/quiet-times';
import { endpoint } from '../endpoint';
import { siteAdmin } from '../permissions';

/** What own systems send: sources and keys. Every endpoint needs Administer Jira, asked of Jira as the user. */
export function defineInboundAdmin(resolver: Resolver, app: App): void {
  const admin = siteAdmin(app.ports.tracker);
  resolver.define('admin.inbound', endpoint('admin.inbound', Nothing, admin, () => inboundView(app)));
  resolver.define('admin.addInbound', endpoint('admin.addInbound', AddInbound, admin, async (input) => {
    if ((await app.ports.stores.products.findProduct(input.product)) === undefined) throw new BadInput('admin.addInbound', 'product', 'no such product');
    const { since, ...sender } = input;
    return newKey(app, (await app.inbound.add({ ...sender, ...(since === undefined ? {} : { since: dayOf(app, since) }) })).id);
  }));
  resolver.define('admin.addInboundKey', endpoint('admin.addInboundKey', InboundRef, admin, ({ source }) => newKey(app, source)));
  resolver.define('admin.acceptSilence', endpoint('admin.acceptSilence', InboundRef, admin, async ({ source }) => {
    await app.inbound.acceptSilence(source);
    return inboundView(app);
  }));
  resolver.define('admin.sayHandedOver', endpoint('admin.sayHandedOver', SayHandedOver, admin, async ({ source, since, isNothingBefore }) => {
    await app.inbound.sayHandedOver(source, since === undefined ? undefined : { from: dayOf(app, since), ...(isNothingBefore === true ? { isNothingBefore } : {}) });
    return inboundView(app);
  }));
  resolver.define('admin.removeInboundKey', endpoint('admin.removeInboundKey', InboundKeyRef, admin, async ({ key }) => {
    await app.inbound.removeKey(key);
    return inboundView(app);
  }));
  resolver.define('admin.removeInbound', endpoint('admin.removeInbound', RemoveInbound, admin, async ({ source, signals }) => {
    await app.inbound.remove(source, signals === 'keep');
    return inboundView(app);
  }));
}

/** A whole day that has begun. */
function dayOf({ ports }: App, day: string): string {
  const at = isoTime(epochMs(day));
  if (at > ports.clock.now()) throw new BadInput('admin.inbound', 'since', 'a day that has not come');
  return at;
}

async function newKey(app: App, source: string): Promise<NewInboundKey> {
  const { id, secret } = await app.inbound.addKey(source);
  return { key: id, secret, view: await inboundView(app) };
}

async function inboundView(app: App): Promise<InboundView> {
  const sources = await app.inbound.list();
  return { address: await app.ports.inboundAddress(), asOf: app.ports.clock.now(), sources: await Promise.all(sources.map((one) => sourceView(app, one))) };
}

async function sourceView(app: App, source: InboundSource): Promise<InboundView['sources'][number]> {
  const { id, name, product, visibility, quietAfterHours, keys } = source;
  const { ports } = app;
  const { waiting, lastReceivedAt, lastRefusal } = await ports.inbound.figures(id);
  const silence = quietGap(source, lastReceivedAt, ports.clock.now());
  const gaps = (await ports.stores.products.listSources(product)).find((one) => one.id === id)?.gaps ?? [];
  const span = await ports.stores.signals.spanOfSource(product, id);
  return {
    id, name, product, visibility, quietAfterHours, keys, waiting, quiet: gaps.filter(isQuietTime).map(({ from, to }) => ({ from, to })), signals: span.signals, heard: await heardView(app, source, span.oldestAt),
    ...(silence === undefined ? {} : { silentSince: silence.from }),
    ...(lastReceivedAt === undefined ? {} : { lastReceivedAt }),
    ...(lastRefusal === undefined ? {} : { lastRefusal: refusalView(lastRefusal) }),
  };
}

/** Rows of days before it was heard are kept; how many shows whether somebody should say more of them. */
async function heardView({ ports, inbound }: App, source: InboundSource, oldestAt: string | undefined): Promise<InboundView['sources'][number]['heard']> {
  const { from, isTold, isNothingBefore } = await inbound.heard(source);
  const days = oldestAt === undefined || oldestAt >= from ? [] : await ports.stores.signals.daysOfSource(source.product, source.id);
  const earlier = days.reduce((sum, { day, signals }) => (day < isoDay(from) ? sum + signals : sum), 0);
  return { from, isTold, isNothingBefore, earlier };
}

function refusalView({ at, outcome, detail }: InboundRefusal): NonNullable<InboundView['sources'][number]['lastRefusal']> {
  const id = `inbound.${outcome}`;
  const words = id in INBOUND_MESSAGES ? sentence(id) : sentence('inbound.other', { outcome });
  return { at, words, ...(detail === undefined ? {} : { detail }) };
}
