/** A version of one of the two products. Days are UTC. */
export interface DemoRelease {
  readonly project: 'DSP' | 'CRW';
  readonly name: string;
  readonly day: string;
  readonly released: boolean;
}

const release = (project: 'DSP' | 'CRW', name: string, day: string, released = true): DemoRelease => ({ project, name, day, released });

/** Fifteen releases in fifteen months, and what is planned. */
export const DEMO_RELEASES: readonly DemoRelease[] = [
  release('DSP', '5.1', '2024-12-16'),
  release('DSP', '5.2', '2025-02-10'),
  release('CRW', '3.6', '2025-03-10'),
  release('DSP', '5.3', '2025-04-14'),
  release('DSP', '5.4', '2025-06-16'),
  release('CRW', '3.7', '2025-07-14'),
  release('CRW', '3.8', '2025-08-18'),
  release('DSP', '5.5', '2025-09-15'),
  release('CRW', '3.9', '2025-09-29'),
  release('DSP', '5.6', '2025-10-06'),
  release('CRW', '3.9.1', '2025-10-06'),
  release('DSP', '6.0', '2025-11-03'),
  release('CRW', '4.0', '2025-12-01'),
  release('DSP', '6.1', '2026-01-19'),
  release('CRW', '4.1', '2026-02-16'),
  release('DSP', '6.2', '2026-04-13', false),
  release('CRW', '4.2', '2026-04-20', false),
  release('DSP', '6.3', '2026-06-15', false),
  release('CRW', '4.3', '2026-06-29', false),
  release('DSP', '7.0', '2026-11-02', false),
];

/** The version most customers had at a time: a phone updates within days, a desktop at once. Before the first release, the one before it. */
export function versionAt(project: DemoRelease['project'], day: string, daysLate: number): string {
  const before = new Date(Date.parse(day) - daysLate * 86_400_000).toISOString().slice(0, 10);
  const out = DEMO_RELEASES.filter((one) => one.project === project && one.released && one.day <= before).at(-1);
  return out?.name ?? (project === 'DSP' ? '5.0' : '3.5');
}
