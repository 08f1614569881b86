import type { Random } from '../../../src/domain/random';
import type { SaidSignal } from '../../../src/domain/signal';

const WORDS = 'export row lost import every time since update invoice schälen Prüfung größe niño añadir déjà reçu ça não coração ошибка экспорт строка потеряна ekran güncelleme 导出 丢失 数据 행이 사라져요 تصدير الصف 👍🏽 café e\u0301te\u0301 can’t "quoted" (really) 3.5 v4.2 e.g. don\'t'.split(' ');

/** A made-up customer text: lines of words in several scripts, sometimes with blanks, a quoted reply or a signature. */
export function aText(random: Random): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const line = (): string => Array.from({ length: 6 + Math.floor(random() * 12) }, () => pick(WORDS)).join(random() < 0.1 ? '  ' : ' ');
  const lines = Array.from({ length: 1 + Math.floor(random() * 4) }, line);
  if (random() < 0.3) lines.splice(1, 0, `> ${line()}`);
  if (random() < 0.2) lines.push('-- ', line());
  return lines.join('\n').normalize('NFC');
}

export function aSpeaker(index: number, text: string, extra: Partial<SaidSignal> = {}): SaidSignal {
  return { id: `desk:${index}`, source: 'desk', externalId: String(index), at: '2025-06-01T00:00:00.000Z', kind: 'said', text, author: `a${index}`, visibility: 'open', ...extra };
}
