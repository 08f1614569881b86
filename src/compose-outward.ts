import type { Issue } from './domain/issue';
import { redactText } from './ingest/redact/redact-text';
import type { Stores } from './ports/stores';

/** A text that we did not read in ourselves, as it may go to a provider: without personal data and secrets. What customers said is kept without them. */
export function outwardText(text: string): string {
  return redactText(text).text;
}

export function outwardIssue<One extends Pick<Issue, 'summary'>>(issue: One): One {
  return { ...issue, summary: outwardText(issue.summary) };
}

/** The stores as a provider's questions are made from them: titles of work items and of the roadmap, and people's names of themes, without personal data. */
export function outwardStores(stores: Stores): Stores {
  return {
    ...stores,
    issues: {
      ...stores.issues,
      listIssues: async (product) => (await stores.issues.listIssues(product)).map(outwardIssue),
      async findIssue(id) {
        const found = await stores.issues.findIssue(id);
        return found === undefined ? undefined : { ...found, issue: outwardIssue(found.issue) };
      },
    },
    themes: {
      ...stores.themes,
      async findDigest(product, computedAt) {
        const digest = await stores.themes.findDigest(product, computedAt);
        return digest === undefined ? undefined : { ...digest, planned: digest.planned.map(outwardIssue) };
      },
    },
    evidence: {
      ...stores.evidence,
      listThemes: async (product) => (await stores.evidence.listThemes(product)).map((theme) => ({ ...theme, label: outwardText(theme.label) })),
    },
  };
}
