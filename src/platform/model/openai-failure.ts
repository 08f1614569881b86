import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { z } from 'zod';
import { NO_TOKENS, type ModelFailure, type ModelFailureCode, type TokenUse } from '../../ports/model';

/** Failures before anything was sent. */
const NOT_SENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|SELF_SIGNED/;

/** What an error of the client means. @param guess what the question may have cost, where its answer was lost. What is not the provider's or the network's doing is thrown on. */
export function failureOf(error: unknown, guess: TokenUse): ModelFailure {
  // Forge names the address that the manifest does not list.
  if (chain(error).some((one) => one.name === 'ExternalEndpointNotAllowedError' || /not included in external/i.test(one.message))) return fail('no-access', false);
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError) return lost(guess);
  if (error instanceof APIConnectionError) return chain(error).some((one) => NOT_SENT.test(`${one.code} ${one.message}`)) ? fail('unreachable', true) : lost(guess);
  if (error instanceof APIError) return failureOfStatus(error);
  // A stream that broke off surfaces as a plain error of the runtime.
  if (chain(error).some((one) => /terminated|aborted|premature|socket|ECONNRESET/i.test(`${one.message} ${one.code}`))) return lost(guess);
  if (error instanceof SyntaxError) return { ...fail('wrong-shape', false), detail: 'not JSON', use: guess };
  throw error;
}

function failureOfStatus(error: APIError): ModelFailure {
  const { status } = error;
  const wait = secondsOf(error.headers);
  const waits = wait === undefined ? {} : { retryAfterSeconds: wait };
  if (error.code === 'insufficient_quota') return fail('no-access', false);
  if (status === 429) return { ...fail('rate-limited', true), ...waits };
  if (status === 401 || status === 403 || status === 404) return fail('no-access', false);
  // An error inside a stream that began with 200 has no status.
  if (status === undefined || status >= 500 || status === 408 || status === 409) return { ...fail('server-error', true), ...waits };
  return fail('not-accepted', false);
}

/** `Retry-After` in seconds or as a date; absurd values are no help. */
function secondsOf(headers: Headers | undefined): number | undefined {
  const text = headers?.get('retry-after') ?? '';
  const seconds = Number(text);
  return text !== '' && Number.isFinite(seconds) && seconds > 0 && seconds < 86_400 ? seconds : undefined;
}

function fail(code: ModelFailureCode, retryable: boolean): ModelFailure {
  return { kind: 'failure', code, retryable, use: NO_TOKENS };
}

function lost(use: TokenUse): ModelFailure {
  return { kind: 'failure', code: 'lost', retryable: true, use };
}

const Thrown = z.object({ name: z.string().catch(''), message: z.string().catch(''), code: z.string().catch(''), cause: z.unknown().optional() });
type Thrown = z.output<typeof Thrown>;

/** The error and its causes. By shape, not by class: the runtime throws errors of its own making. */
function chain(error: unknown): Thrown[] {
  const errors: Thrown[] = [];
  for (let one = Thrown.safeParse(error); one.success && errors.length < 5; one = Thrown.safeParse(one.data.cause)) errors.push(one.data);
  return errors;
}
