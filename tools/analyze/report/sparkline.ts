import { html, type Markup } from './markup';
import { many } from './words';

const STEP = 8;
const BAR = 6;
const HEIGHT = 28;

/** Bars by week, oldest first, from a common zero; the label says the same in words. */
export function sparkline(weeks: readonly number[]): Markup {
  const most = Math.max(1, ...weeks);
  const bars = weeks.map((value, index) => {
    const height = value === 0 ? 1 : Math.max(2, Math.round((HEIGHT * value) / most));
    return html`<rect x="${index * STEP}" y="${HEIGHT - height}" width="${BAR}" height="${height}"${value === 0 ? html` class="none"` : undefined}/>`;
  });
  const label = `By week, oldest first: ${weeks.join(', ')}. Highest week: ${many(most, 'customer')}.`;
  return html`<svg role="img" aria-label="${label}" width="${weeks.length * STEP}" height="${HEIGHT}" viewBox="0 0 ${weeks.length * STEP} ${HEIGHT}">${bars}</svg>`;
}
