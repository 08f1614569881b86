import { webTrigger } from '@forge/api';
import { StoreUnavailable } from '../domain/errors';

/** The address of a web trigger on this site; the platform makes it when it is first asked for. @throws StoreUnavailable */
async function addressOf(trigger: 'inbound-trigger' | 'vendor-trigger'): Promise<string> {
  try {
    return await webTrigger.getUrl(trigger);
  } catch (error) {
    throw new StoreUnavailable('the platform gave no address for the web trigger', { cause: error });
  }
}

/** Where own systems send. @throws StoreUnavailable */
export function inboundAddress(): Promise<string> {
  return addressOf('inbound-trigger');
}

/** Where a connected vendor sends. @throws StoreUnavailable */
export async function vendorAddress(connection: string): Promise<string> {
  return `${await addressOf('vendor-trigger')}?connection=${encodeURIComponent(connection)}`;
}
