const ENGLISH = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const GERMAN = /^\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d+)?|\.\d{3},\d+)$/;
const GROUPED = /^\d{1,3}(?:[ \u00A0\u2009\u202F'’]\d{3})+(?:[.,]\d{1,2})?$/;
const PLAIN = /^\d+(?:[.,]\d{1,2}|\.\d{4,})?$/;

/**
 * An amount of money in a field that people fill in: `12000`, `12,000`, `1.234.567,50`, `12 000`. `none` where nobody entered anything; `unreadable` for what is no
 * one number: words, a box that is ticked or not, `12.000`, which is twelve to some and twelve thousand to others.
 */
export function readAmount(value: unknown): number | 'none' | 'unreadable' {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : 'unreadable';
  if (typeof value !== 'string') return 'unreadable';
  const text = value.trim();
  if (text === '') return 'none';
  if (ENGLISH.test(text)) return Number(text.replaceAll(',', ''));
  if (GERMAN.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (GROUPED.test(text)) return Number(text.replace(/[ \u00A0\u2009\u202F'’]/g, '').replace(',', '.'));
  return PLAIN.test(text) ? Number(text.replace(',', '.')) : 'unreadable';
}
