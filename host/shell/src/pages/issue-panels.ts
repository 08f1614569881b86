/// <reference lib="dom" />
import { button, h } from '../dom';
import { showFailure } from '../flags';
import { mountView } from '../frame';
import type { AppView } from '../host';
import { icon, viewIcon } from '../icons';
import type { PageContext } from '../page';
import { textsAt } from '../read';

export interface Panels {
  /** The row under the title with a button for every app whose panel is not shown. */
  readonly quickAdd: HTMLElement;
  readonly sections: readonly HTMLElement[];
}

/** An app's issue panel is shown where its project was pinned, or where a person clicked its button; elsewhere it is not there. */
export async function panels(context: PageContext, key: string, extension: Readonly<Record<string, unknown>>): Promise<Panels> {
  const shown = await context.jira('GET', `/emulated/issue/${encodeURIComponent(key)}/panels`);
  const pinned = textsAt(shown, 'pinned');
  const added = textsAt(shown, 'added');
  const views = context.session.host.views.filter((one) => one.type === 'jira:issuePanel');
  const absent = views.filter((one) => !pinned.includes(one.key) && !added.includes(one.key));
  const buttons = absent.map((view) => button({ class: 'button', 'aria-label': `Add ${view.title}` }, h('span', { class: 'with-icon' }, viewIcon(view), view.title), () => change(context, 'POST', key, view)));
  return {
    quickAdd: h('div', { class: 'quick-add', role: 'group', 'aria-label': 'Quick add' }, ...buttons),
    sections: views.filter((one) => !absent.includes(one)).map((view) => section(context, key, view, { extension, removable: !pinned.includes(view.key) })),
  };
}

function section(context: PageContext, key: string, view: AppView, one: { readonly extension: Readonly<Record<string, unknown>>; readonly removable: boolean }): HTMLElement {
  const holder = h('div', { class: 'panel-frame' });
  mountView(context, { view, extension: one.extension, holder, height: 480 });
  const remove = one.removable ? button({ class: 'quiet', 'aria-label': `Remove ${view.title} from this issue` }, icon('close'), () => change(context, 'DELETE', key, view)) : undefined;
  return h('section', { class: 'panel', 'aria-labelledby': `panel-${view.key}` }, h('div', { class: 'panel-head' }, viewIcon(view), h('h2', { id: `panel-${view.key}`, text: view.title }), remove), holder);
}

async function change(context: PageContext, method: 'POST' | 'DELETE', key: string, view: AppView): Promise<void> {
  try {
    await context.jira(method, `/emulated/issue/${encodeURIComponent(key)}/panels/${encodeURIComponent(view.key)}`);
    context.redraw();
  } catch (error) {
    showFailure(`${view.title} could not be ${method === 'POST' ? 'added' : 'removed'}`, error);
  }
}
