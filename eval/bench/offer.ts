import { signed } from '../../test/build/signed';

export interface Offer {
  readonly url: string;
  readonly key: { readonly key: string; readonly secret: string };
  readonly perSecond: number;
  readonly seconds: number;
  /** The server's clock, in seconds. */
  readonly now: () => number;
  /** Sent again after 429 and 503 until it is accepted. */
  readonly doesRetry: boolean;
}

export interface Offered {
  readonly sent: number;
  /** Ids whose first answer was 202. */
  readonly accepted: readonly string[];
  readonly acceptedPerSecond: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Ids that were accepted in the end. */
  readonly acceptedInTheEnd: readonly string[];
  /** First requests that got no answer at all. */
  readonly unanswered: number;
}

const RETRY_MS = 1_000;
const MOST_RETRIES = 600;

/** Sends one record a request at a steady rate, whatever the answers; a sender keeps what was not accepted and sends it again. */
export async function offer({ url, key, perSecond, seconds, now, doesRetry }: Offer): Promise<Offered> {
  const byStatus: Record<string, number> = {};
  const accepted: string[] = [];
  const again: string[] = [];
  const post = async (id: string): Promise<number> => {
    const body = JSON.stringify([{ id, at: '2025-06-30T10:00:00Z', text: `The export of report ${id} stops at 1,000 rows.`, author: `user-${id}` }]);
    const response = await fetch(url, { method: 'POST', body, headers: signed(body, { ...key, seconds: now() }) });
    await response.arrayBuffer();
    return response.status;
  };
  const first = async (id: string): Promise<void> => {
    const status = await post(id).catch(() => 0);
    byStatus[status] = (byStatus[status] ?? 0) + 1;
    (status === 202 ? accepted : again).push(id);
  };
  const startedMs = performance.now();
  const open: Promise<void>[] = [];
  for (let count = 0; count < perSecond * seconds; count += 1) {
    const wait = startedMs + (count * 1000) / perSecond - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    open.push(first(`${perSecond}-${count}`));
  }
  await Promise.all(open);
  const tookSeconds = (performance.now() - startedMs) / 1000;
  const late: string[] = [];
  for (let round = 0, left = again; doesRetry && left.length > 0 && round < MOST_RETRIES; round += 1) {
    const batch = left.slice(0, 60);
    const rest = left.slice(60);
    const answers = await Promise.all(batch.map((id) => post(id).catch(() => 0)));
    late.push(...batch.filter((_, at) => answers[at] === 202 || answers[at] === 409));
    left = [...rest, ...batch.filter((_, at) => answers[at] !== 202 && answers[at] !== 409)];
    await new Promise((resolve) => setTimeout(resolve, answers.every((status) => status === 202) ? 0 : RETRY_MS));
  }
  return { sent: perSecond * seconds, accepted, acceptedPerSecond: accepted.length / tookSeconds, byStatus, acceptedInTheEnd: [...accepted, ...late], unanswered: byStatus[0] ?? 0 };
}
