import { worldOf, type Issue } from '../../../sources/github/world';
import type { SeedVendor } from '../../seed';
import type { DemoSignal } from '../signals';
import { numberFor } from './people';

/** A repository: an issue a signal. */
export function demoGithub(connection: SeedVendor['connection'], repo: string, signals: readonly DemoSignal[]): SeedVendor {
  return {
    connection,
    hosts: ['api.github.com'],
    open: (needs) => {
      const key = needs.keep(`github-${repo.replace('/', '-')}.token`, () => crypto.randomUUID());
      const world = worldOf(needs, { repo, key, issues: signals.map(issueOf) });
      return { fields: { ...world.settings, ...world.secrets }, answer: world.answer };
    },
  };
}

function issueOf(signal: DemoSignal): Issue {
  const at = Date.parse(signal.at);
  return {
    number: Number(signal.id.split('#')[1]), created: at, updated: at, user: numberFor(signal.author ?? signal.id), title: signal.title ?? (signal.text ?? '').slice(0, 60), body: signal.text ?? '', isGone: false,
    ...(signal.status === undefined ? {} : { state: signal.status }),
  };
}
