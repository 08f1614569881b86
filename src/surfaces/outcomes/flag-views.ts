import type { FlagView } from '../../contract/outcomes';
import type { AdverseTheme, OutcomeContract } from '../../domain/outcome';
import { sentence } from '../../domain/sentence';
import type { App } from '../../app';

/** Where the theme is no longer among the themes, e.g. after a regrouping, there is no word for it but this. */
const GONE = 'a theme that was regrouped since';

/** An early flag in words, loudest first. */
export function flagViews(app: App, contract: OutcomeContract, adverse: readonly AdverseTheme[], labels: ReadonlyMap<string, string>): FlagView[] {
  return [...adverse].sort((a, b) => b.observed - a.observed).map((flag) => {
    const label = labels.get(flag.theme) ?? GONE;
    return {
      contract: contract.id,
      release: contract.release.name,
      theme: flag.theme,
      label,
      title: app.flagTitle(contract, flag, label),
      note: sentence('outcome.flag-days', { days: flag.daysAfterRelease }),
      observed: flag.observed,
      unit: contract.unit,
      signals: flag.signals.length,
    };
  });
}
