import { DECISION_NAMES, ISSUE_NAMES, RELEASE_NAMES, SIGNAL_NAMES, type Names } from './field-names';

/** What `--help` prints; the tables of names are the ones that the reader uses. */
export function usage(): string {
  return `Reads exported files and shows what customers said about each issue. The same engine as in Jira, without Jira.

  npm run analyze -- --signals FILE --issues FILE --out FOLDER [options]

  --signals FILE           what customers said
  --issues FILE            every issue in it is a candidate, whatever its status or date
  --releases FILE          shipped versions
  --confirmed FILE         decisions {signal, issue, at, verdict}; each signal is ranked with only the decisions made before it
  --evidence-per-issue N   signals kept for each issue (100)
  --as-of DATE             trends end on this day, and issues resolved on or after it count as open (the day of the newest signal)
  --out FOLDER             links.jsonl, evidence.jsonl, assignments.jsonl, themes.jsonl, problems.jsonl, summary.json, report.html

Files are JSON Lines or CSV (with a header), gzipped or not, UTF-8. A bad row is reported in problems.jsonl and the others are kept.
Ids in the outputs are the ids of the inputs. Of one id given twice the later row counts.

Names that a field may have in the input, the first that is there counts:
${section('signals', SIGNAL_NAMES)}
  without an id, the number of the line is the id; without a time, a fixed day is taken and no trend is drawn

${section('issues', ISSUE_NAMES)}
  without a status, an issue that was resolved is Done, any other Open

${section('releases', RELEASE_NAMES)}

${section('confirmed', DECISION_NAMES)}
  verdict is confirmed, rejected or related; without one, confirmed
`;
}

function section(title: string, names: Names): string {
  const lines = Object.entries(names).map(([field, from]) => `    ${field.padEnd(12)} ${from.names.join(', ')}`);
  return [`  ${title}`, ...lines].join('\n');
}
