import fc from 'fast-check';
import { closedText, noticeText, resurfacedText, undoneText, withdrawnText } from '../../../src/decide/notice';
import { closingBanner } from '../../../src/decide/closing-banner';
import { lossSentence, reasonSentence } from '../../../src/decide/reason-sentence';
import { scoreboardOf } from '../../../src/decide/scoreboard';
import { BACKLOG_MESSAGES } from '../../../src/contract/backlog-messages';
import type { CloseGround, ItemState, Loss, SweepItem } from '../../../src/domain/sweep';
import { NOW } from './cases';

const ALLOWED = new Set(['doc', 'paragraph', 'text', 'bulletList', 'listItem', 'strong', 'link']);

function typesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(typesIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && typeof value.type === 'string' ? [value.type] : [];
  return [...own, ...Object.values(value).flatMap(typesIn)];
}

const losses: readonly Loss[] = [{ field: 'status', why: 'no-way-back-to-status', instead: 'Open' }, { field: 'resolution', why: 'workflow-keeps-resolution' }, { field: 'labels', why: 'field-not-editable' }];
const grounds: readonly CloseGround[] = [
  { kind: 'no-support', read: 11_874, since: '2024-05-01T00:00:00.000Z' },
  { kind: 'shipped', release: '20001', releaseName: '4.2', releasedAt: NOW, how: 'listed' },
  { kind: 'shipped', release: '20001', releaseName: '4.2', releasedAt: NOW, how: 'obsolete' },
  { kind: 'duplicate', of: '2', ofKey: 'SHOP-2' },
];

describe('comments', () => {
  it('say in plain words what was looked at, until when, and how to keep it', () => {
    const text = JSON.stringify(noticeText({ ground: grounds[0]!, closeAfter: '2025-06-17T10:00:00.000Z', resolution: 'No customer evidence', losses: [] }));
    expect(text).toContain('We looked at 11,874 customer contacts since 1 May 2024. None mentions this.');
    expect(text).toContain('not because it is bad');
    expect(text).toContain('17 June 2025');
    expect(text).not.toContain('may not come back');
  });

  it('say what an undo could not bring back, where that is something the reader would see', () => {
    const text = JSON.stringify(noticeText({ ground: grounds[0]!, closeAfter: NOW, losses }));
    expect(text).toContain('it would be “Open”');
    expect(text).toContain('the labels');
    expect(text).not.toContain('resolution: the workflow');
  });

  it('are made of paragraph, text, strong, list and link to the same site only, whatever a release or key is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.webUrl(), (name, key, url) => {
        const ground: CloseGround = { kind: 'shipped', release: key, releaseName: name, releasedAt: NOW, how: 'listed' };
        for (const one of [...grounds, ground, { kind: 'duplicate' as const, of: '2', ofKey: key }]) {
          for (const doc of [noticeText({ ground: one, closeAfter: NOW, losses, siteUrl: url }), closedText(one, url), withdrawnText(), undoneText(losses), resurfacedText(2)]) {
            expect(typesIn(doc).filter((type) => !ALLOWED.has(type))).toEqual([]);
            const text = JSON.stringify(doc);
            expect(text).not.toMatch(/javascript:|"href":"(?!https:)/i);
            expect(text).not.toMatch(/\\u202e|\\u0000/);
            expect(text).not.toContain('"text":""');
          }
        }
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe('sentences', () => {
  it('have words for every reason and loss', () => {
    for (const ground of grounds) expect(BACKLOG_MESSAGES[reasonSentence(ground).id]).toBeDefined();
    for (const loss of losses) expect(BACKLOG_MESSAGES[lossSentence(loss).id]).toBeDefined();
  });
});

describe('scoreboard', () => {
  it('shows closed, kept, reopened, and reopened by a customer as our error rate', () => {
    const row = (state: ItemState, closed: boolean) => ({ state, ...(closed ? { closedAt: NOW } : {}) });
    const rows = [...Array.from({ length: 59 }, () => row('closed', true)), ...Array.from({ length: 4 }, () => row('undone', true)), row('reopened-by-evidence', true), ...Array.from({ length: 9 }, () => row('kept', false)), row('noticed', false)];
    expect(scoreboardOf(rows)).toEqual({ closed: 64, stayedClosed: 59, kept: 9, reopened: 4, reopenedByCustomer: 1, errorRate: 1 / 64, waiting: 1, cancelled: 0 });
    expect(scoreboardOf([]).errorRate).toBeUndefined();
  });
});

describe('banner', () => {
  const item = (more: Partial<SweepItem>): SweepItem => ({
    id: 'b:1', batch: 'b', product: 'shop', issue: '1', key: 'SHOP-1', project: 'SHOP', ground: grounds[0]!, judgement: { kind: 'unsupported' }, listening: { kind: 'unproven', doubt: 'reading' }, evidenceHash: '', policyVersion: 1,
    state: 'noticed', revision: 1, proposedAt: NOW, unattended: false, losses: [], attempts: 0, closeAfter: '2025-06-17T10:00:00.000Z', ...more,
  });
  it.each([
    ['noticed', 'noticed', {}],
    ['none', 'proposed', {}],
    ['closed', 'closed', { closedAt: NOW }],
    ['asked-again', 'closed', { closedAt: NOW, reopenSignals: ['forum:1'] }],
    ['came-back', 'reopened-by-evidence', {}],
    ['came-back', 'reopened-by-person', {}],
    ['came-back', 'undone', {}],
  ] as const)('%s for an item that is %s', (kind, state, more) => {
    expect(closingBanner([item({ state, ...more }), item({ id: 'a:1', state: 'kept', proposedAt: '2024-01-01T00:00:00.000Z' })], [], NOW).kind).toBe(kind);
  });
  it('says until when it is kept', () => {
    expect(closingBanner([], [{ issue: '1', product: 'shop', kind: 'keep', until: '2026-06-03T00:00:00.000Z', by: 'a', at: NOW }], NOW)).toEqual({ kind: 'kept', until: '2026-06-03T00:00:00.000Z' });
    expect(closingBanner([], [{ issue: '1', product: 'shop', kind: 'keep', until: '2025-06-01T00:00:00.000Z', by: 'a', at: NOW }], NOW)).toEqual({ kind: 'none' });
  });
});
