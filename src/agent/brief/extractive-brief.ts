import type { EvidenceBrief, WhyRules } from '../../domain/evidence-brief';
import type { BriefCase } from './brief-case';
import { changedLines, changeLines, missingLines, verdictLine } from './brief-lines';
import { strongestAgainst, strongestFor } from './choose-quotes';

/** The brief without a model: literal quotes, numbers from the store, sentences by rule. The default, and what remains when a model has nothing to say. */
export function extractiveBrief(brief: BriefCase, why: WhyRules['because'] | WhyRules): EvidenceBrief {
  const hasWords = brief.state === 'evidence';
  return {
    issue: brief.issue.id,
    product: brief.product,
    wordedBy: { kind: 'rules', ...(typeof why === 'string' ? { because: why } : why) },
    verdict: verdictLine(brief),
    changed: changedLines(brief),
    strongestFor: hasWords ? strongestFor(brief) : [],
    strongestAgainst: hasWords ? strongestAgainst(brief) : [],
    againstSearch: brief.agentReads ? 'agent' : 'wording',
    missing: missingLines(brief),
    wouldChange: changeLines(brief),
  };
}
