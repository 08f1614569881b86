import type { ContextView, PanelView } from '../../contract/panel';
import { sentence } from '../../domain/sentence';

/** The panel in one line. */
export function contextView(view: PanelView): ContextView {
  switch (view.kind) {
    case 'not-connected':
      return { line: sentence('context.not-connected') };
    case 'reading':
      return { line: sentence('context.reading', { read: view.coverage.read, total: view.coverage.total }) };
    case 'restricted':
      return { line: sentence('context.restricted') };
    case 'gap':
      return { line: sentence('context.gap'), status: { label: sentence('status.unsure'), tone: 'unsure' } };
    case 'not-searchable':
      return { line: sentence('context.not-searchable'), status: { label: sentence('status.unsure'), tone: 'unsure' } };
    case 'silent':
      return { line: sentence('context.silent', { read: view.coverage.read }) };
    case 'evidence':
    case 'counts-only': {
      const { confirmed, suggested, unit } = view.counts;
      const rising = view.trend.title.id === 'trend.rising';
      return {
        line: sentence(confirmed === 0 ? 'context.suggested' : 'context.confirmed', { confirmed, suggested, unit }),
        ...(rising ? { status: { label: sentence('status.rising'), tone: 'rising' as const } } : {}),
      };
    }
  }
}
