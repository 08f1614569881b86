/** A sender that is told to slow down comes again. */
const TRIES = 20;
const WAIT_MS = 200;

/**
 * Posts until it is accepted; every try is made anew, so that it carries the time of its own.
 * @returns false where nobody listens at that address (any more)
 * @throws Error naming who sent when it is refused for what it is, or never accepted
 */
export async function postPatiently(who: string, post: () => Promise<Response>): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await post();
    if (answer.ok) return true;
    if (answer.status === 404) return false;
    if (answer.status !== 429 && answer.status !== 503) throw new Error(`what ${who} sent was refused with ${answer.status}: ${await answer.text()}`);
    await new Promise((done) => setTimeout(done, WAIT_MS));
  }
  throw new Error(`what ${who} sent was never accepted`);
}
