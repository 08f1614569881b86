import { z } from 'zod';
import { formatCount, formatDay, formatNumber, formatSentence } from '../../contract/format-sentence';
import type { Quote } from '../../contract/panel';
import { NotAllowed, NotFound } from '../../domain/errors';
import type { Issue } from '../../domain/issue';
import { DAY_IN_MS, epochMs, isoTime } from '../../domain/time';
import type { App } from '../../app';
import { contextView } from '../panel/context-view';
import { loadCase } from '../panel/load-case';
import { panelView } from '../panel/panel-view';
import { loadPage } from '../page/load-page';
import { pageQuote } from '../page/page-quote';
import { byLoudness, themeRow } from '../page/theme-row';
import { action, DATA_NOTE, type AgentAnswer, type AgentQuote } from './action';

const key = z.string().trim().regex(/^[A-Za-z][A-Za-z0-9_]{0,19}-\d{1,9}$/).transform((text) => text.toUpperCase());
const project = z.string().trim().regex(/^[A-Za-z][A-Za-z0-9_]{0,19}$/).transform((text) => text.toUpperCase());
export const IssueKey = key;
export const AskIssue = z.object({ issueKey: key });
export const AskTheme = z.object({ project, theme: z.string().trim().min(1).max(200) });
export const AskAccount = z.object({ project, account: z.string().trim().min(1).max(255) });

const QUOTES = 5;
const ACCOUNT_QUOTES = 10;
const LABELS = 12;
const PAGE = 2_000;
const YEAR_DAYS = 365;

export const askIssue = (app: App) => action('ask-about-issue', AskIssue, ({ issueKey }) => issueAnswer(app, issueKey));
export const askTheme = (app: App) => action('ask-about-theme', AskTheme, (input) => themeAnswer(app, input));
export const askAccount = (app: App) => action('ask-about-account', AskAccount, (input) => accountAnswer(app, input));

/** The issue behind a key, for a person who may see it. @throws NotAllowed NotFound which are answered alike */
export async function visibleIssue(app: App, issueKey: string): Promise<{ readonly product: string; readonly issue: Issue }> {
  const product = await app.ports.stores.products.findProductOfProject(issueKey.slice(0, issueKey.lastIndexOf('-')));
  const issue = product === undefined ? undefined : (await app.ports.stores.issues.listIssues(product.id)).find((one) => one.key === issueKey);
  if (product === undefined || issue === undefined || issue.visibility === 'hidden') throw new NotFound('no such issue');
  if (!(await app.ports.tracker.issueRights(issue.id)).browse) throw new NotAllowed('no such issue');
  return { product: product.id, issue };
}

async function issueAnswer(app: App, issueKey: string): Promise<AgentAnswer> {
  const { issue } = await visibleIssue(app, issueKey);
  const view = panelView(await loadCase(app.ports, issue.id, false));
  const read = `Read ${formatNumber(view.coverage.read)} of ${formatNumber(view.coverage.total)} signals.`;
  if (view.kind !== 'evidence') return { found: true, answer: `${issueKey}: ${formatSentence(contextView(view).line)}. ${read}`, quotes: [], note: DATA_NOTE };
  const quotes = [...view.quotes, ...view.suggestions].slice(0, QUOTES);
  return { found: true, answer: `${issueKey}: ${formatSentence(view.verdict)}. ${formatSentence(view.trend.title)}. ${read}`, quotes: quotes.map(agentQuote), note: DATA_NOTE };
}

async function themeAnswer(app: App, { project: projectKey, theme }: z.output<typeof AskTheme>): Promise<AgentAnswer> {
  const page = await visiblePage(app, projectKey);
  const wanted = theme.toLowerCase();
  const themes = [...(page.digest?.themes ?? [])].sort(byLoudness);
  const one = themes.find((each) => each.theme.label.toLowerCase() === wanted) ?? themes.find((each) => each.theme.label.toLowerCase().includes(wanted));
  if (one === undefined || page.digest === undefined) {
    return { found: false, answer: `No theme is called that; it does not mean that nobody speaks of it. The loudest are: ${themes.slice(0, LABELS).map((each) => each.theme.label).join('; ')}.` };
  }
  const row = themeRow(one, page.digest);
  const usual = row.expected === undefined ? 'too early to say what is usual' : `usually ${formatNumber(row.expected.low)} to ${formatNumber(row.expected.high)}`;
  const signals = await app.ports.stores.signals.findSignals(page.product.id, one.quotes.slice(0, QUOTES).map((quote) => quote.signal));
  const quotes = signals.filter((signal) => signal.visibility === 'open').map((signal) => agentQuote(pageQuote(signal, page.sourceNames, one.quotes.find((quote) => quote.signal === signal.id)?.citation)));
  return { found: true, answer: `${row.label}: ${formatCount(row.recentCustomers, row.unit)} in 12 weeks, ${formatNumber(row.customers)} in all; ${formatNumber(row.weeks.at(-1) ?? 0)} this week, ${usual}.`, quotes, note: DATA_NOTE };
}

/** Only what may be read is looked through, and only that is counted. */
async function accountAnswer(app: App, { project: projectKey, account }: z.output<typeof AskAccount>): Promise<AgentAnswer> {
  const page = await visiblePage(app, projectKey);
  const wanted = account.toLowerCase();
  const found: { readonly signal: string; readonly at: string }[] = [];
  let after: string | undefined;
  do {
    const moments = await app.ports.outcomes.pageMoments(page.product.id, isoTime(epochMs(page.now) - YEAR_DAYS * DAY_IN_MS), after, PAGE);
    for (const one of moments.rows) if (one.visibility === 'open' && one.kind === 'said' && one.account?.toLowerCase() === wanted) found.push(one);
    after = moments.next;
  } while (after !== undefined);
  if (found.length === 0) return { found: false, answer: 'No account of that name said anything in the last year in sources that may be read. Under another name, or elsewhere, it may have.' };
  found.sort((a, b) => (a.at < b.at ? 1 : -1));
  const signals = await app.ports.stores.signals.findSignals(page.product.id, found.slice(0, ACCOUNT_QUOTES).map((one) => one.signal));
  return { found: true, answer: `${account}: ${formatCount(found.length, 'signal')} in a year, the last on ${formatDay(found[0]?.at ?? '')}.`, quotes: signals.map((signal) => agentQuote(pageQuote(signal, page.sourceNames))), note: DATA_NOTE };
}

async function visiblePage(app: App, projectKey: string) {
  if (!(await app.ports.tracker.canBrowseProject(projectKey))) throw new NotAllowed('no such project');
  return loadPage(app.ports, projectKey);
}

function agentQuote({ signal, text, source, at, account, standing, url }: Quote): AgentQuote {
  return { id: signal, text, source: source.name, at, standing, ...(account === undefined ? {} : { account }), ...(url === undefined ? {} : { url }) };
}
