import { reportAccountIds } from './ingest/subject/report-account-ids';
import { exportSubject } from './ingest/subject/export-subject';
import { loadSpaces } from './ingest/sources/id-spaces';
import type { SourceNeeds } from './ingest/sources/source-needs';
import { eraseSubject, findAccountsLike, findAlike, findOthers, findSubject } from './ingest/subject/subject-requests';
import type { Subject } from './domain/subject';
import { reportAccounts } from './platform/report-accounts';
import { subjectStore } from './platform/store/subject-store';
import type { Ports } from './ports/ports';
import type { ReportAccounts, SubjectStore } from './ports/subject-store';
import { wantUnderstanding } from './understand/want-understanding';

/** Requests of people about what is kept of them. */
export type SubjectDesk = ReturnType<typeof subjectDesk>;

export function subjectDesk(ports: Ports, { connections, findConnector }: Pick<SourceNeeds, 'connections' | 'findConnector'>, forgetInLedger: (accountId: string) => Promise<unknown>, subjects: SubjectStore = subjectStore(), report: ReportAccounts = reportAccounts) {
  const markErased = async (source: string, externalIds: readonly string[]): Promise<void> => {
    const known = await connections.findRecords(source, externalIds);
    await connections.saveRecords(source, [...known.values()].map(({ product: _product, ...record }) => ({ ...record, skipped: 'erased' })));
  };
  const needs = { ...ports, subjects, report, forgetInLedger, markErased, loadSpaces: () => loadSpaces({ connections, findConnector }), wantUnderstanding: (product: string) => wantUnderstanding(ports, product) };
  return {
    find: (subject: Subject, limit: number) => findSubject(needs, subject, limit),
    findOthers: (subject: Subject, limit: number) => findOthers(needs, subject, limit),
    findAlike: (subject: Subject, limit: number) => findAlike(needs, subject, limit),
    findAccountsLike: (text: string, limit: number) => findAccountsLike(needs, text, limit),
    export: (subject: Subject, from: number) => exportSubject(needs, subject, from),
    erase: (subject: Subject) => eraseSubject(needs, subject),
    reportAccountIds: () => reportAccountIds(needs),
  };
}
