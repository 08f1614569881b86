import { badRequest } from '../errors';

const UNIT_IN_MS: Readonly<Record<string, number>> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000 };

/** Milliseconds of a JQL date: `2025-07-01`, `2025/07/01 10:30`, ISO, `-7d`, `-1w 2d`, epoch milliseconds, or a function. Days are UTC. */
export function jqlTime(text: string, now: number): number {
  const relative = duration(text);
  if (relative !== undefined) return now + relative;
  if (/^\d{11,}$/.test(text)) return Number(text);
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2}))?$/.exec(text);
  const parsed = match === null ? Date.parse(/^\d{4}-\d{2}-\d{2}T/.test(text) ? text : '') : Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]), Number(match[4] ?? 0), Number(match[5] ?? 0));
  if (Number.isNaN(parsed)) throw badRequest(`Date value '${text}' for field is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`);
  return parsed;
}

/** `now()`, `startOfDay()`, `endOfDay()`, `startOfWeek()`, `startOfMonth()`, `startOfYear()`, each with an optional shift such as `"-1"` or `"-2d"`. */
export function timeFunction(name: string, args: readonly string[], now: number): number | undefined {
  const date = new Date(now);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const weekday = (date.getUTCDay() + 6) % 7;
  switch (name) {
    case 'now':
      return now;
    case 'startofday':
      return Date.UTC(year, month, day) + shift(args, 'd');
    case 'endofday':
      return Date.UTC(year, month, day + 1) - 1 + shift(args, 'd');
    case 'startofweek':
      return Date.UTC(year, month, day - weekday) + shift(args, 'w');
    case 'startofmonth':
      return Date.UTC(year, month + whole(args), 1);
    case 'startofyear':
      return Date.UTC(year + whole(args), 0, 1);
    default:
      return undefined;
  }
}

function duration(text: string): number | undefined {
  const match = /^([+-]?)((?:\d+[wdhm]\s*)+)$/.exec(text.trim());
  if (match === null) return undefined;
  const size = [...(match[2] ?? '').matchAll(/(\d+)([wdhm])/g)].reduce((sum, part) => sum + Number(part[1]) * (UNIT_IN_MS[part[2] ?? ''] ?? 0), 0);
  return match[1] === '-' ? -size : size;
}

function shift(args: readonly string[], unit: string): number {
  const text = args[0];
  if (text === undefined) return 0;
  const size = duration(/[wdhm]$/.test(text) ? text : `${text}${unit}`);
  if (size === undefined) throw badRequest(`Duration for the function is invalid: '${text}'.`);
  return size;
}

function whole(args: readonly string[]): number {
  const text = args[0] ?? '0';
  if (!/^[+-]?\d+M?y?$/.test(text)) throw badRequest(`Duration for the function is invalid: '${text}'.`);
  return Number.parseInt(text, 10);
}
