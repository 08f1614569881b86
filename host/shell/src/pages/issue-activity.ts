/// <reference lib="dom" />
import { adfOfText, showAdf } from '../adf';
import { avatar } from '../chrome';
import { moment } from '../dates';
import { button, h, on } from '../dom';
import { showFailure } from '../flags';
import { icon } from '../icons';
import type { PageContext } from '../page';
import { at, listAt, textAt } from '../read';
import { remember, remembered } from '../session';

const TABS = [['comments', 'Comments'], ['history', 'History']] as const;

/** Comments, with one's own to write, or the history. */
export function activity(context: PageContext, key: string, histories: readonly unknown[]): HTMLElement {
  const body = h('div', { class: 'activity' });
  const show = async (tab: string): Promise<void> => {
    remember('activity', tab);
    tabs.forEach((one) => one.setAttribute('aria-pressed', String(one.dataset['tab'] === tab)));
    if (tab === 'history') return body.replaceChildren(history(histories));
    try {
      const comments = listAt(await context.jira('GET', `/rest/api/3/issue/${encodeURIComponent(key)}/comment?maxResults=100`), 'comments');
      body.replaceChildren(writeComment(context, key, () => show('comments')), ...comments.map(comment).reverse());
    } catch (error) {
      showFailure('Comments could not be read', error);
    }
  };
  const tabs = TABS.map(([tab, label]) => button({ class: 'tab', 'data-tab': tab, 'aria-pressed': 'false' }, label, () => show(tab)));
  void show(remembered('activity') === 'history' ? 'history' : 'comments');
  return h('section', { 'aria-labelledby': 'activity' }, h('h2', { id: 'activity', class: 'section', text: 'Activity' }), h('div', { class: 'tabs', role: 'group', 'aria-label': 'Show' }, ...tabs), body);
}

function writeComment(context: PageContext, key: string, done: () => Promise<void>): HTMLElement {
  const text = h('textarea', { class: 'field', rows: '1', placeholder: 'Add a comment…', 'aria-label': 'Add a comment' });
  const send = h('button', { class: 'button primary', type: 'submit', text: 'Save' });
  const form = h('form', { class: 'comment-form' }, avatar(context.session.person.name), h('div', {}, text, send));
  return on(form, 'submit', (event) => {
    event.preventDefault();
    if (text.value.trim() === '') return;
    context.jira('POST', `/rest/api/3/issue/${encodeURIComponent(key)}/comment`, { body: adfOfText(text.value) }).then(done).catch((error: unknown) => showFailure('The comment was not saved', error));
  });
}

function comment(one: unknown): HTMLElement {
  const author = textAt(one, 'author.displayName') ?? 'Unknown';
  const restricted = textAt(one, 'visibility.value');
  return h(
    'article',
    { class: 'comment' },
    avatar(author),
    h(
      'div',
      {},
      h('p', { class: 'comment-head' }, h('strong', { text: author }), h('time', { datetime: textAt(one, 'created') ?? '', text: moment(textAt(one, 'created')) }), restricted !== undefined && h('span', { class: 'with-icon restricted' }, icon('lock'), restricted)),
      h('div', { class: 'words' }, showAdf(at(one, 'body'))),
    ),
  );
}

function history(entries: readonly unknown[]): HTMLElement {
  if (entries.length === 0) return h('p', { class: 'subtle', text: 'Nothing was changed yet.' });
  return h(
    'ul',
    { class: 'history' },
    ...entries.map((entry) =>
      h(
        'li',
        {},
        h('p', { class: 'comment-head' }, h('strong', { text: textAt(entry, 'author.displayName') ?? 'Unknown' }), h('time', { datetime: textAt(entry, 'created') ?? '', text: moment(textAt(entry, 'created')) })),
        ...listAt(entry, 'items').map((item) => h('p', {}, h('span', { class: 'history-field', text: textAt(item, 'field') ?? '' }), ` ${textAt(item, 'fromString') || 'None'} → ${textAt(item, 'toString') || 'None'}`)),
      ),
    ),
  );
}
