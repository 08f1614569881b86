import type Resolver from '@forge/resolver';
import { SubjectRef, type SubjectView } from '../../contract/subject';
import type { SubjectSignal } from '../../domain/subject';
import type { App } from '../../app';
import { endpoint } from '../endpoint';
import { siteAdmin } from '../permissions';

const MOST_COUNTED = 10_000;
const MOST_EXPORTED = 2_000;

/** What we hold of somebody, to give or to take away. Every endpoint needs Administer Jira, asked of Jira as the user. */
export function defineSubjectAdmin(resolver: Resolver, app: App): void {
  const admin = siteAdmin(app.ports.tracker);
  resolver.define('admin.findSubject', endpoint('admin.findSubject', SubjectRef, admin, async (subject) => viewOf(await app.subjects.find(subject, MOST_COUNTED))));
  resolver.define('admin.exportSubject', endpoint('admin.exportSubject', SubjectRef, admin, async (subject) => ({
    fileName: 'held.jsonl',
    text: [...(await app.subjects.export(subject, MOST_EXPORTED)), ...(await app.subjects.exportDocuments(subject, MOST_EXPORTED))].map((one) => JSON.stringify(one)).join('\n'),
  })));
  resolver.define('admin.eraseSubject', endpoint('admin.eraseSubject', SubjectRef, admin, async (subject, caller) => {
    const erased = await app.subjects.erase(subject);
    app.ports.logger.info('subject.erased', { signals: erased, by: caller.accountId });
    return { erased };
  }));
}

function viewOf(found: readonly SubjectSignal[]): SubjectView {
  return {
    signals: found.length,
    isMore: found.length === MOST_COUNTED,
    bySource: [...Map.groupBy(found, ({ product, source }) => `${product} ${source}`).values()].map((some) => {
      const times = some.map((one) => one.at).sort();
      return { product: some[0]?.product ?? '', source: some[0]?.source ?? '', signals: some.length, oldestAt: times[0] ?? '', newestAt: times.at(-1) ?? '' };
    }),
  };
}
