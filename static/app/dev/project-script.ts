import { customerList, products, roadmapView, signalView, themeView } from './fixtures/page';
import { ok, signalList } from './fixtures/panel';
import type { Script } from './serve';

/** What the server says to a project's page on an ordinary day. */
export const pages: Script = {
  'page.signal': () => ok(signalView),
  'page.roadmap': () => ok(roadmapView),
  'page.mapping': () => ok({ statuses: [{ name: 'To Do', issues: 310 }, { name: 'Someday', issues: 12, rule: 'later' }], versions: [{ name: '140.0', issues: 9, released: false }], canEdit: true }),
  'page.theme': () => ok(themeView),
  'page.themeSignals': ({ page }) => ok(signalList(236, page)),
  'page.themeCustomers': ({ page }) => ok(customerList(194, page)),
  'page.previewMerge': () => ok({ sentence: { id: 'edit.merge-once', params: { from: 12, into: 30, total: 38, once: 4, unit: 'account' } }, customers: 38, countedOnce: 4 }),
  'page.rename': ({ theme }) => ok({ edit: 'e1', theme }),
  'page.products': () => ok({ products }),
};
