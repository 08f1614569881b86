import { closingDesk, type ClosingDesk } from './compose-closing';
import { agentDesk, type AgentDesk, type AgentOutside } from './compose-agent';
import { rounds } from './compose-rounds';
import { talkDesk, type TalkDesk } from './compose-talk';
import { forgeIngest, ingestDesk, runIngestJob, type IngestDesk } from './compose-ingest';
import { forgeSources, sourceDesk, type SourceDesk, type SourceOutside } from './compose-sources';
import { annotationDesk, type AnnotationDesk } from './compose-outcomes';
import { jiraAnnotator } from './platform/jira/annotator';
import type { Annotator } from './ports/annotator';
import { drainImport } from './ingest/drain-import';
import { finishReceiving } from './ingest/finish-receiving';
import { breakOff } from './ingest/break-off';
import { receiveChunk } from './ingest/receive-chunk';
import type { startImport } from './ingest/start-import';
import { syncIssues } from './ingest/sync-issues';
import type { keepCall } from './ingest/transcript/keep-call';
import { readTranscript } from './ingest/transcript/read-transcript';
import { systemClock } from './platform/clock';
import { forgeQueue } from './platform/forge-queue';
import { forgeSettings } from './platform/forge-settings';
import { jiraClosingTracker } from './platform/jira/closing-tracker';
import { jiraTracker } from './platform/jira/jira-tracker';
import { forgeLogger } from './platform/logger';
import { pseudonyms } from './platform/pseudonym';
import { sha256 } from './platform/sha256';
import { decisionLog } from './platform/store/decision-log';
import { ledgerStore } from './platform/store/ledger';
import { proposalStore } from './platform/store/proposal-store';
import { prototypeStore } from './platform/store/prototype-store';
import { agentStore } from './platform/store/agent-store';
import { sweepStore } from './platform/store/sweeps';
import { openEmbedder, openModel } from './platform/model/open-model';
import { schemaText } from './platform/model/shape-reply';
import { talkStore } from './platform/store/talk-store';
import { migrate, openStores } from './platform/store/stores';
import { dailyGuard } from './measure/daily-guard';
import { draftForIssue, judgeAgain, readOutDue, releaseByHand } from './measure/by-hand';
import type { ByHand } from './measure/amend-contract';
import { releaseToAll, rollBack, startRollOut, type RollOut, type RollOutStarted } from './measure/roll-out';
import type { HelpDraft } from './measure/did-it-help';
import type { Measuring } from './measure/measuring';
import { flagsOfIssue } from './measure/flags-of-issue';
import { outcomeView } from './measure/outcome-view';
import { flagTitle } from './measure/outcome-words';
import { scoreboard, type Scoreboard } from './measure/scoreboard';
import type { Outcome, OutcomeContract } from './domain/outcome';
import type { OutcomeView } from './domain/outcome-view';
import type { Release } from './domain/release';
import type { RoadmapMapping } from './domain/roadmap';
import { loadMapping, saveMapping } from './understand/roadmap-mapping';
import { outcomeStore } from './platform/store/outcomes';
import type { Job } from './ports/job-queue';
import type { Ports } from './ports/ports';
import type { ThemeChange } from './domain/theme-edit';
import type { Engine } from './understand/engine';
import { understand } from './understand/understand';
import { editThemes, previewMerge, undoThemeEdit, type EditOutcome } from './understand/edit-themes';
import { markMeasured, mayMeasure, measureWaiting } from './measure-when-due';
import { isUpToDate } from './understand/up-to-date';
import { keepUp } from './understand/keep-up';
import { takeWant, wantUnderstanding } from './understand/want-understanding';

/** The composition root: the only file that joins ports to adapters. The order is the flow: signal in, understood, decided, measured. */
export interface App extends IngestDesk {
  readonly ports: Ports;
  /** Brings the store's tables up to date; safe to repeat. */
  readonly prepare: () => Promise<void>;
  readonly startImport: (input: Parameters<typeof startImport>[1]) => ReturnType<typeof startImport>;
  readonly breakOff: (importId: string) => Promise<void>;
  readonly receiveChunk: (input: Parameters<typeof receiveChunk>[1]) => ReturnType<typeof receiveChunk>;
  readonly finishReceiving: (input: Parameters<typeof finishReceiving>[1]) => ReturnType<typeof finishReceiving>;
  readonly readTranscript: typeof readTranscript;
  /** Keeps the customers' turns of a conversation. */
  readonly keepCall: (input: Parameters<typeof keepCall>[1]) => ReturnType<typeof keepCall>;
  /** Asks the engine to look soon at signals, issues and decisions that are new; asking often asks once. */
  readonly wantUnderstanding: (product: string) => Promise<void>;
  /** Every hour: a whole run may be due that nothing else asks for. */
  readonly lookAgain: (product: string) => Promise<void>;
  readonly editThemes: (product: string, by: string, change: ThemeChange) => Promise<EditOutcome>;
  readonly undoThemeEdit: (product: string, edit: string) => Promise<EditOutcome>;
  readonly previewMerge: (product: string, from: string, into: string) => ReturnType<typeof previewMerge>;
  readonly outcomeView: (contract: OutcomeContract, outcome: Outcome) => OutcomeView;
  readonly flagTitle: typeof flagTitle;
  readonly flagsOfIssue: typeof flagsOfIssue;
  readonly scoreboard: (outcomes: readonly Outcome[]) => Scoreboard;
  readonly freezeByHand: (release: Release, by: string, byHand: ByHand) => Promise<OutcomeContract>;
  readonly judgeAgain: (contract: OutcomeContract) => Promise<void>;
  /** Makes the read-outs of one release that are due, e.g. after a promise was added. */
  readonly readOutDue: (contract: OutcomeContract) => Promise<void>;
  readonly draftHelpQuestions: (contract: OutcomeContract, issue: string) => Promise<readonly HelpDraft[]>;
  /** What outcomes write on issues and versions. */
  readonly annotations: AnnotationDesk;
  /** A ring or a flag that a decision asked for; see `src/measure/roll-out.ts`. */
  readonly startRollOut: (rollOut: RollOut) => Promise<RollOutStarted>;
  readonly rollBack: (rollOut: Pick<RollOut, 'product' | 'id' | 'by'>) => Promise<OutcomeContract | undefined>;
  readonly releaseToAll: (rollOut: Pick<RollOut, 'product' | 'id' | 'by'>, since: string) => Promise<OutcomeContract | undefined>;
  /** The use cases of closing. */
  readonly closing: ClosingDesk;
  /** The use cases of talking to customers. */
  readonly talking: TalkDesk;
  /** The use cases of the agent: readings, briefs, models and what they cost. */
  readonly agent: AgentDesk;
  /** Asks for a round of closing soon. */
  readonly wantSweep: (product: string) => Promise<void>;
  readonly loadMapping: (product: string) => Promise<RoadmapMapping>;
  readonly saveMapping: (product: string, mapping: RoadmapMapping) => Promise<void>;
  readonly measureOncePerDay: (product: string) => Promise<void>;
  readonly newId: (kind: string) => string;
  /** Connecting, testing and reading sources. */
  readonly sources: SourceDesk;
  readonly runJob: (job: Job) => Promise<void>;
}

export function forgePorts(): Ports {
  const settings = forgeSettings();
  return { stores: openStores(), outcomes: outcomeStore(), agent: agentStore(), talk: talkStore(), prototypes: prototypeStore(), proposals: proposalStore(), ...forgeIngest(), tracker: jiraTracker(), queue: forgeQueue(), settings, clock: systemClock, logger: forgeLogger, loadPseudonym: pseudonyms(settings) };
}

/** Where closing keeps its record and how it reaches Jira. */
export function forgeClosing(): Parameters<typeof closingDesk>[1] {
  return { tracker: jiraClosingTracker(), ledger: ledgerStore(), sweeps: sweepStore(), decisionLog: decisionLog(), sha256 };
}

/** Which models the agent can ask. */
export function forgeAgent(): AgentOutside {
  return { openModel, openEmbedder, sha256, schemaText };
}

export interface Outside {
  readonly ports?: Ports;
  /** Made anew for each use: what it remembers of a site must not outlive the invocation, for a warm process may serve another site next. */
  readonly closing?: () => Parameters<typeof closingDesk>[1];
  readonly sources?: SourceOutside;
  readonly annotator?: Annotator;
  readonly agent?: AgentOutside;
  readonly engine?: Engine;
  readonly prepare?: () => Promise<unknown>;
}

export function openApp({ ports = forgePorts(), closing: outside = forgeClosing, sources: sourcesOutside = forgeSources(), annotator = jiraAnnotator(), agent: reading = forgeAgent(), engine = understand, prepare = migrate }: Outside = {}): App {
  const openDesk = (): ClosingDesk => closingDesk(ports, outside());
  const sources = sourceDesk(ports, sourcesOutside);
  const ingest = ingestDesk(ports, sourcesOutside, (accountId) => openDesk().forgetInLedger(accountId));
  const measuring: Measuring = { outcomes: ports.outcomes, stores: ports.stores, clock: ports.clock, logger: ports.logger };
  const desk = talkDesk(ports, measuring);
  const annotations = annotationDesk(ports, annotator);
  const agent = agentDesk(ports, reading);
  return {
    ports,
    prepare: async () => void (await prepare()),
    startImport: ingest.kept.startImport,
    breakOff: (importId) => breakOff(ports, importId),
    receiveChunk: (input) => receiveChunk(ports, input),
    finishReceiving: (input) => finishReceiving(ports, input),
    readTranscript,
    keepCall: ingest.kept.keepCall,
    wantUnderstanding: (product) => wantUnderstanding(ports, product, 'part'),
    editThemes: (product, by, change) => editThemes(ports, product, newId('edit'), by, change),
    undoThemeEdit: (product, edit) => undoThemeEdit(ports, product, edit),
    previewMerge: (product, from, into) => previewMerge(ports, product, from, into),
    outcomeView,
    flagTitle,
    flagsOfIssue,
    scoreboard: (outcomes) => scoreboard(outcomes, (one) => `${one.contract} ${one.issue} ${JSON.stringify(one.measure)}`),
    freezeByHand: (release, by, byHand) => releaseByHand(measuring, release, by, byHand),
    judgeAgain: (contract) => judgeAgain(measuring, contract),
    readOutDue: (contract) => readOutDue(measuring, contract),
    draftHelpQuestions: (contract, issue) => draftForIssue(measuring, contract, issue),
    annotations,
    startRollOut: (rollOut) => startRollOut(measuring, rollOut),
    rollBack: (rollOut) => rollBack(measuring, rollOut),
    releaseToAll: (rollOut, since) => releaseToAll(measuring, rollOut, since),
    get closing() {
      return openDesk();
    },
    talking: desk,
    agent,
    wantSweep: (product) => ports.queue.push({ name: 'sweep', product }),
    loadMapping: (product) => loadMapping(ports.settings, product),
    saveMapping: async (product, mapping) => {
      await saveMapping(ports.settings, product, mapping);
      await wantUnderstanding(ports, product);
    },
    ...rounds(ports),
    ...ingest,
    newId,
    sources,
    runJob: (job) => runJob({ ports, engine, measuring, annotations, sources, openDesk, talking: desk, agent, ingest }, job),
  };
}

function newId(kind: string): string {
  return `${kind}-${crypto.randomUUID()}`;
}

interface Workers {
  readonly ports: Ports;
  readonly engine: Engine;
  readonly measuring: Measuring;
  readonly sources: SourceDesk;
  readonly annotations: AnnotationDesk;
  readonly openDesk: () => ClosingDesk;
  readonly talking: TalkDesk;
  readonly agent: AgentDesk;
  readonly ingest: IngestDesk;
}

async function runJob({ ports, engine, measuring, annotations, sources, openDesk, talking, agent, ingest }: Workers, job: Job): Promise<void> {
  switch (job.name) {
    case 'ingest':
      return drainImport(ports, job.importId, sources.fills);
    case 'sync-issues':
      return syncIssues(ports, job);
    case 'poll-source':
      return sources.pollSource(job.connection);
    case 'understand':
      await takeWant(ports, job.product);
      if ((await keepUp(ports, engine, job.product, { findVectors: agent.vectors.find, nameThemes: agent.labels.apply })) !== 'whole') return measureWaiting(ports, job.product);
      await ports.queue.push({ name: 'measure', product: job.product });
      await agent.wantWork(job.product);
      return ports.queue.push({ name: 'talk', product: job.product });
    case 'measure':
      // Measured when everything that was read is in the themes; the run that is due asks again.
      if (!(await mayMeasure(ports, job.product))) return;
      await dailyGuard(measuring, job.product);
      await annotations.annotate(job.product);
      await markMeasured(ports, job.product);
      return (await isUpToDate(ports, job.product)) ? ports.queue.push({ name: 'sweep', product: job.product }) : undefined;
    case 'talk':
      await talking.chooseLists(job.product);
      return agent.wordings.want(job.product);
    case 'read':
      return agent.runRead(job.product, job.lane);
    case 'brief':
      return agent.runBriefs(job.product);
    case 'label':
      return agent.labels.run(job.product);
    case 'word':
      return agent.wordings.run(job.product);
    case 'embed':
      return agent.vectors.run(job.product);
    case 'sweep':
      return openDesk().runSweep(job.product);
    case 'drain-inbound':
    case 'apply-accounts':
      return runIngestJob(ingest, job);
  }
}
