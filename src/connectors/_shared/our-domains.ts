import { domainName } from '../../domain/domain-name';
import type { ConnectionField } from '../../ports/connector';
import { listSetting } from './list-setting';

const DOMAIN = String.raw`[\p{L}\p{M}\p{N}.-]+\.[\p{L}\p{M}\p{N}-]{2,63}`;

/** Domains whose people are colleagues. */
export const OUR_DOMAINS = {
  name: 'ours', label: 'Your own mail domains', help: 'What people of these domains write is never counted as a customer’s words.', kind: 'list', placeholder: 'acme.com', pattern: new RegExp(String.raw`^${DOMAIN}(\s*,\s*${DOMAIN}){0,19}$`, 'u'),
} as const satisfies ConnectionField;

/** The domains that an admin named, as they are compared. */
export function oursOf(settings: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(listSetting(settings[OUR_DOMAINS.name]).map((domain) => domainName(domain) ?? domain.toLowerCase()));
}

/** One of these domains, or one below. */
export function isWithin(ours: ReadonlySet<string>, domain: string | undefined): boolean {
  return domain !== undefined && [...ours].some((one) => domain === one || domain.endsWith(`.${one}`));
}
