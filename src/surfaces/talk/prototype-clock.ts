import { formatSentence } from '../../contract/format-sentence';
import { sentence, type Sentence } from '../../domain/sentence';
import type { App } from '../../app';

/** From brief to link to the first customer, over the product's prototypes; undefined before the first brief. */
export async function prototypeClock(app: App, product: string): Promise<Sentence | undefined> {
  const [prototypes, reviews] = await Promise.all([app.ports.prototypes.listPrototypes(product), app.ports.prototypes.listReviews(product)]);
  if (prototypes.length === 0) return undefined;
  const { daysToLink, daysToSeen } = app.talking.clockOf(prototypes, reviews);
  return sentence('prototype.clock', { prototypes: prototypes.length, link: daysText(daysToLink), seen: daysText(daysToSeen) });
}

function daysText(days: number | undefined): string {
  return formatSentence(days === undefined ? sentence('prototype.not-yet') : sentence('prototype.days', { days: Math.round(days * 10) / 10 }));
}
