import { webTrigger } from '@forge/api';
import { StoreUnavailable } from '../domain/errors';

/** The address of the web trigger on this site; the platform makes it when it is first asked for. @throws StoreUnavailable */
export async function inboundAddress(): Promise<string> {
  try {
    return await webTrigger.getUrl('inbound-trigger');
  } catch (error) {
    throw new StoreUnavailable('the platform gave no address for the web trigger', { cause: error });
  }
}
