import type { SeedVendor } from '../../seed';
import type { DemoProduct } from '../needs';
import { sourceOf, type SourceCode } from '../sources';
import { demoSignals, type DemoSignal } from '../signals';
import { demoZendesk } from './zendesk';

/** Back to before anybody said anything. */
const DAYS = 500;

/** Places that the app reads by itself. Everything else comes as files. */
export const READ_LIVE: ReadonlySet<SourceCode> = new Set(['zd']);

/** The vendors where the demo's customers speak, each with all that was and will be said there. */
export function demoVendors(): readonly SeedVendor[] {
  return [
    demoZendesk(connectionOf('zd', 'dispatch', 'zendesk'), 'spannerby.zendesk.com', saidIn('zd', 'dispatch')),
    demoZendesk(connectionOf('zd', 'crew', 'zendesk'), 'spannerby-crew.zendesk.com', saidIn('zd', 'crew')),
  ];
}

function saidIn(code: SourceCode, product: DemoProduct): readonly DemoSignal[] {
  return demoSignals().filter((one) => one.source === code && one.product === product);
}

function connectionOf(code: SourceCode, product: DemoProduct, connector: string): SeedVendor['connection'] {
  const { name, visibility } = sourceOf(code, product);
  return { connector, product, name, visibility, days: DAYS };
}
