import type Resolver from '@forge/resolver';
import { SubjectExport, SubjectRef, type SubjectView } from '../../contract/subject';
import type { Account } from '../../domain/account';
import type { AlikeId, HeldDocument, Subject, SubjectSignal } from '../../domain/subject';
import type { App } from '../../app';
import { endpoint } from '../endpoint';
import { siteAdmin } from '../permissions';

const MOST_COUNTED = 10_000;
const MOST_ACCOUNTS = 20;
const MOST_ALIKE = 50;

/** What we hold of somebody, to give or to take away. Every endpoint needs Administer Jira, asked of Jira as the user. */
export function defineSubjectAdmin(resolver: Resolver, app: App): void {
  const admin = siteAdmin(app.ports.tracker);
  resolver.define('admin.findSubject', endpoint('admin.findSubject', SubjectRef, admin, async (subject) => viewOf(subject, await loadNames(app), await app.subjects.find(subject, MOST_COUNTED), await app.subjects.findOthers(subject, MOST_COUNTED), await app.subjects.findAlike(subject, MOST_ALIKE), subject.kind === 'account' ? await app.subjects.findAccountsLike(subject.text, MOST_ACCOUNTS) : [])));
  resolver.define('admin.exportSubject', endpoint('admin.exportSubject', SubjectExport, admin, async ({ from, ...subject }) => {
    const { held, next } = await app.subjects.export(subject, from);
    return { text: held.map((one) => `${JSON.stringify(one)}\n`).join(''), ...(next === undefined ? {} : { next }) };
  }));
  resolver.define('admin.eraseSubject', endpoint('admin.eraseSubject', SubjectRef, admin, async (subject, caller) => {
    const erased = await app.subjects.erase(subject);
    app.ports.logger.info('subject.erased', { signals: erased, by: caller.accountId });
    return { erased };
  }));
}

interface Names {
  readonly product: (id: string) => string;
  readonly source: (product: string, id: string) => string;
}

/** As the admin knows them; an id where nothing has it any more. */
async function loadNames({ ports: { stores } }: App): Promise<Names> {
  const products = await stores.products.listProducts();
  const sources = await Promise.all(products.map(async ({ id }) => [id, new Map((await stores.products.listSources(id)).map((one) => [one.id, one.name]))] as const));
  const [named, of] = [new Map(products.map(({ id, name }) => [id, name])), new Map(sources)];
  return { product: (id) => named.get(id) ?? id, source: (product, id) => of.get(product)?.get(id) ?? id };
}

function viewOf(subject: Subject, names: Names, signals: readonly SubjectSignal[], others: readonly HeldDocument[], alike: readonly AlikeId[], accounts: readonly Account[]): SubjectView {
  return {
    signals: signals.length,
    isMore: signals.length === MOST_COUNTED || others.length === MOST_COUNTED,
    bySource: [...Map.groupBy(signals, ({ product, source }) => `${product} ${source}`).values()].map((some) => {
      const times = some.map((one) => one.at).sort();
      const [{ product, source } = { product: '', source: '' }] = some;
      return { product: names.product(product), source: names.source(product, source), signals: some.length, oldestAt: times[0] ?? '', newestAt: times.at(-1) ?? '' };
    }),
    others: [...Map.groupBy(others, (one) => one.table)].map(([what, some]) => ({ what, count: some.length })).sort((a, b) => b.count - a.count),
    alike,
    accounts: accounts.filter((one) => one.id !== subject.text && !alike.some(({ id }) => id === one.id)),
  };
}
