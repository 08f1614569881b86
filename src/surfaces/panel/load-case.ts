import { NotFound } from '../../domain/errors';
import type { LinkDecision } from '../../domain/evidence';
import { allHeardSince, anyHeardSince } from '../../domain/heard-since';
import type { Issue } from '../../domain/issue';
import type { Product } from '../../domain/product';
import type { Signal } from '../../domain/signal';
import type { IssueDigest } from '../../ports/stores';
import type { Ports } from '../../ports/ports';
import { loadAccountFacts } from '../account-facts';
import { coverageLine } from '../coverage-line';
import { pendingImports } from '../pending-imports';
import { visibleSources } from '../visible-sources';
import type { PanelCase } from './case';

/** Reads the few small rows that a panel needs. Nothing is searched here; an issue that we do not keep yet has a case without digest. */
export async function loadCase(ports: Ports, issueId: string, canDecide: boolean): Promise<PanelCase> {
  const found = await ports.stores.issues.findIssue(issueId);
  return found === undefined ? strangerCase(ports, issueId) : knownCase(ports, found.product, found.issue, canDecide);
}

async function knownCase(ports: Ports, productId: string, issue: Issue, canDecide: boolean): Promise<PanelCase> {
  const { stores, clock } = ports;
  const [product, digest, decisions, run, all, sources, pending, releases] = await Promise.all([
    stores.products.findProduct(productId),
    stores.evidence.findDigest(issue.id),
    stores.decisions.decisionsOfIssue(productId, issue.id),
    stores.evidence.findRun(productId),
    stores.products.listCoverage(productId),
    stores.products.listSources(productId),
    pendingImports(ports, productId),
    stores.issues.listReleases(productId),
  ]);
  if (product === undefined) throw new NotFound(`no product ${productId}`);
  const coverage = visibleSources(all, sources);
  const signals = await signalsOf(ports, product, digest, decisions);
  return {
    issue,
    digest,
    decisions,
    signals,
    accounts: await loadAccountFacts(ports, signals.values()),
    themeLabels: await labelsOf(ports, productId, digest),
    sources: new Map(sources.map((source) => [source.id, { name: source.name, kind: source.kind }])),
    coverage: { ...coverageLine(coverage, pending, run?.computedAt, clock.now()), asOf: clock.now() },
    since: anyHeardSince(coverage),
    wholeSince: allHeardSince(coverage),
    releases,
    now: clock.now(),
    canDecide,
    canConnect: false,
    synthetic: product.synthetic ?? false,
  };
}

/** An issue of a project that no product has taken in, or one that was not read yet. */
async function strangerCase(ports: Ports, issueId: string): Promise<PanelCase> {
  const products = await ports.stores.products.listProducts();
  const line = coverageLine([], 0, undefined, ports.clock.now());
  return {
    issue: { id: issueId, key: '', summary: '', visibility: 'open' },
    digest: undefined,
    decisions: [],
    signals: new Map(),
    themeLabels: new Map(),
    sources: new Map(),
    coverage: products.length === 0 ? line : { ...line, state: 'reading' },
    since: undefined,
    wholeSince: undefined,
    releases: [],
    now: ports.clock.now(),
    canDecide: false,
    canConnect: products.length === 0,
    synthetic: false,
  };
}

async function signalsOf(ports: Ports, product: Product, digest: IssueDigest | undefined, decisions: readonly LinkDecision[]): Promise<ReadonlyMap<string, Signal>> {
  const ids = new Set([...(digest?.evidence ?? []).map((row) => row.signal), ...decisions.map((decision) => decision.signal)]);
  const signals = ids.size === 0 ? [] : await ports.stores.signals.findSignals(product.id, [...ids]);
  return new Map(signals.map((signal) => [signal.id, signal]));
}

async function labelsOf(ports: Ports, product: string, digest: IssueDigest | undefined): Promise<ReadonlyMap<string, string>> {
  if (digest === undefined || digest.themes.length === 0) return new Map();
  const themes = await ports.stores.evidence.listThemes(product);
  return new Map(themes.map((theme) => [theme.id, theme.label]));
}
