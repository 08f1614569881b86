/// <reference lib="dom" />
import { button, h, menu, on } from '../dom';
import { openDialog } from '../dialog';
import { showFailure, showFlag } from '../flags';
import { icon } from '../icons';
import type { PageContext } from '../page';
import { at, listAt, textAt } from '../read';

/** The status and where it can go from here; a transition with a screen asks before it moves. */
export async function statusMenu(context: PageContext, issue: unknown): Promise<HTMLElement> {
  const key = textAt(issue, 'key') ?? '';
  const status = textAt(issue, 'fields.status.name') ?? '';
  const category = textAt(issue, 'fields.status.statusCategory.key') ?? 'new';
  const offered = listAt(await context.jira('GET', `/rest/api/3/issue/${encodeURIComponent(key)}/transitions?expand=transitions.fields`), 'transitions');
  const face = [h('span', { text: status }), icon('down')];
  if (offered.length === 0) return h('p', { class: 'status-row' }, h('span', { class: `status status-${category}`, text: status }), ...resolved(issue));
  const entries = offered.map((one) => {
    const name = textAt(one, 'name') ?? '';
    const to = textAt(one, 'to.name') ?? '';
    return button({ class: 'menu-entry', 'data-closes': '' }, h('span', {}, name === to ? '' : `${name} → `, h('span', { class: `lozenge lozenge-${textAt(one, 'to.statusCategory.key') ?? 'new'}`, text: to })), () => start(context, key, one));
  });
  return h('div', { class: 'status-row' }, menu({ label: `Status: ${status}. Change status`, class: `status-menu status-${category}` }, face, ...entries), ...resolved(issue));
}

function resolved(issue: unknown): readonly HTMLElement[] {
  const resolution = textAt(issue, 'fields.resolution.name');
  return resolution === undefined ? [] : [h('span', { class: 'resolution' }, icon('check'), resolution)];
}

function start(context: PageContext, key: string, transition: unknown): void {
  const allowed = listAt(transition, 'fields.resolution.allowedValues');
  if (at(transition, 'hasScreen') !== true || allowed.length === 0) return void move(context, key, transition, {});
  const choice = h('select', { class: 'field', id: 'resolution', name: 'resolution' }, ...allowed.map((one) => h('option', { value: textAt(one, 'id') ?? '', text: textAt(one, 'name') ?? '' })));
  const dialog = openDialog({ title: textAt(transition, 'name') ?? 'Change status', size: 'small', closeOnEscape: true, closeOnOverlayClick: true, onClose: () => undefined });
  const form = h('form', { class: 'form' }, h('label', { for: 'resolution', text: 'Resolution' }), choice, h('div', { class: 'form-end' }, button({ class: 'button' }, 'Cancel', dialog.close), h('button', { class: 'button primary', type: 'submit', text: textAt(transition, 'name') ?? 'Move' })));
  on(form, 'submit', (event) => {
    event.preventDefault();
    dialog.close();
    void move(context, key, transition, { resolution: { id: choice.value } });
  });
  dialog.body.append(form);
}

async function move(context: PageContext, key: string, transition: unknown, fields: Readonly<Record<string, unknown>>): Promise<void> {
  try {
    await context.jira('POST', `/rest/api/3/issue/${encodeURIComponent(key)}/transitions`, { transition: { id: textAt(transition, 'id') }, ...(Object.keys(fields).length === 0 ? {} : { fields }) });
    showFlag({ id: `status:${key}`, title: `${key} is now ${textAt(transition, 'to.name') ?? ''}`, kind: 'success', actions: [], autoDismiss: true });
    context.redraw();
  } catch (error) {
    showFailure(`${key} could not be moved`, error);
  }
}
