import type { Invocations } from '../invocations';
import { proxyError, type Answer } from '../proxy/answer';
import { answerPlatformCall, PlatformCall, type PlatformContext } from '../proxy/platform-call';
import { listen, readBody, send, type LocalServer } from './http';

const MAXIMUM_BODY = 64 * 1024 * 1024;

/** Where the processes that run functions send every platform call, with the invocation's token. */
export function openProxyServer(context: () => PlatformContext, invocations: () => Invocations, onError: (error: unknown) => void): Promise<LocalServer> {
  return listen(
    0,
    async (request, response) => {
      const answer = await answerCall(context(), invocations(), request.headers.authorization, request.headers['x-forge-call'], request.headers['content-type'], await readBody(request, MAXIMUM_BODY));
      send(response, answer.status, answer.headers, answer.body);
    },
    onError,
  );
}

async function answerCall(context: PlatformContext, invocations: Invocations, authorization: string | undefined, header: string | string[] | undefined, contentType: string | undefined, body: Buffer): Promise<Answer> {
  const invocation = invocations.find(authorization?.replace(/^Bearer /, '') ?? '');
  if (invocation === undefined) return proxyError(401, 'INVOCATION_ENDED', 'a platform call outside a running function: await everything before you return');
  if (typeof header !== 'string') return proxyError(400, 'BAD_REQUEST', 'not a platform call');
  const call = PlatformCall.parse(JSON.parse(Buffer.from(header, 'base64').toString('utf8')));
  const isForm = contentType?.startsWith('multipart/form-data') === true;
  return answerPlatformCall(context, invocation, isForm ? { ...call, headers: [...call.headers, ['content-type', contentType ?? '']] } : call, body);
}
