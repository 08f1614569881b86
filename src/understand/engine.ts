import type { Assignment, Theme } from '../domain/theme';
import type { EvidenceRow, Link, LinkDecision, Searchability, ThemeIssue } from '../domain/evidence';
import type { Issue } from '../domain/issue';
import type { Release } from '../domain/release';
import type { SaidSignal } from '../domain/signal';
import type { TextVectors } from '../domain/text-vectors';
import type { IsoTime } from '../domain/time';
import type { LinkingLeft } from './evidence/link-corpus';
import type { ReadTexts } from './text/read-texts';

/** Everything the engine may look at: one product, never two. */
export interface Corpus {
  readonly signals: readonly SaidSignal[];
  readonly issues: readonly Issue[];
  /** People's decisions and ready-made links of sources. A signal is ranked with only the decisions made before it when `prequential`. */
  readonly decisions: readonly LinkDecision[];
  readonly releases: readonly Release[];
  /** Themes and assignments of the last run: ids are kept where the groups still hold. */
  readonly previous?: PreviousThemes;
  /** What an embedding model made of the texts: one more view in retrieval. Absent: by words alone. */
  readonly vectors?: TextVectors;
  readonly asOf: IsoTime;
}

export interface PreviousThemes {
  readonly themes: readonly Theme[];
  readonly assignments: readonly Assignment[];
  /** Grouped while sources were read for the first time: groups that still hold keep their ids, and nothing is grouped by them. */
  readonly isDraft?: boolean;
}

export interface EngineOptions {
  /** Rows of evidence kept per issue. */
  readonly evidencePerIssue: number;
  /** Candidate issues kept per signal. */
  readonly linksPerSignal: number;
  /** Rank each signal with only the decisions made before it was said (evaluation by time travel). */
  readonly prequential: boolean;
  /** Answer also with what linking of later arrivals needs. */
  readonly leavesBehind?: boolean;
  /** Monotonic clock for the stage timings, in milliseconds. */
  readonly nowMs: () => number;
}

/** What the engine understood of a corpus. Deterministic: same corpus, same answer. */
export interface Understanding {
  /** Version of the method and its constants, and the embedding model where there was one; stands on every derived row. */
  readonly engineVersion: string;
  readonly links: readonly Link[];
  readonly evidence: readonly EvidenceRow[];
  readonly themes: readonly Theme[];
  readonly assignments: readonly Assignment[];
  readonly themeIssues: readonly ThemeIssue[];
  readonly searchability: readonly Searchability[];
  /** Seconds by stage. */
  readonly seconds: Readonly<Record<string, number>>;
  /** For linking what comes later, when it was asked for. */
  readonly left?: LeftBehind;
}

/** Texts as they were read, and what linking learned. */
export interface LeftBehind extends LinkingLeft {
  readonly texts: ReadTexts;
  /** By number, as `texts` knows them. */
  readonly words: readonly string[];
}

/** The seam: themes, links and searchability for one product. Pure; no network, no clock of its own. */
export type Engine = (corpus: Corpus, options: EngineOptions) => Understanding;
