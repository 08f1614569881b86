import { formatSentence } from './contract/format-sentence';
import type { Outcome, OutcomeContract } from './domain/outcome';
import { annotate } from './measure/annotate';
import { loadAnnotationSettings, loadProblem, saveAnnotationSettings, type AnnotationSettings } from './measure/annotation-settings';
import { outcomeView } from './measure/outcome-view';
import type { Annotator } from './ports/annotator';
import type { Ports } from './ports/ports';

/** What measuring writes on the tracker, bound to what it needs from outside. */
export type AnnotationDesk = ReturnType<typeof annotationDesk>;

export function annotationDesk({ outcomes, settings, logger }: Pick<Ports, 'outcomes' | 'settings' | 'logger'>, annotator: Annotator) {
  return {
    annotate: (product: string) => annotate({ outcomes, settings, logger, annotator, textOf }, product),
    loadSettings: async (product: string): Promise<AnnotationSettings & { readonly problem?: string }> => {
      const problem = await loadProblem(settings, product);
      return { ...(await loadAnnotationSettings(settings, product)), ...(problem === undefined ? {} : { problem }) };
    },
    saveSettings: (product: string, wish: AnnotationSettings) => saveAnnotationSettings(settings, product, wish),
  };
}

const NOTES_SHOWN = 3;

/** The verdict, then what qualifies it. Numbers only: who may read the comment need not be who may read the sources. */
function textOf(contract: OutcomeContract, outcome: Outcome): readonly string[] {
  const { title, notes } = outcomeView(contract, outcome);
  return [`${formatSentence(title)}.`, `${notes.slice(0, NOTES_SHOWN).map(formatSentence).join('. ')}.`];
}
