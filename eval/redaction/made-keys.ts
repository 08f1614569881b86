import type { Random } from '../../src/domain/random';
import { from, oneOf, whole } from './draw';

const HEX = '0123456789abcdef';
const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const URL64 = `${BASE62}_-`;

/** Keys, tokens and passwords as vendors and people make them; none was ever in use. */
const KEYS: readonly ((random: Random) => string)[] = [
  (r) => `AKIA${from(r, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`,
  (r) => `${oneOf(r, ['ghp', 'gho', 'ghs', 'ghu'])}_${from(r, BASE62, 36)}`,
  (r) => `github_pat_${from(r, BASE62, 22)}_${from(r, BASE62, 59)}`,
  (r) => `glpat-${from(r, URL64, 20)}`,
  (r) => `xoxb-${whole(r, 1e10, 9e10)}-${whole(r, 1e11, 9e11)}-${from(r, BASE62, 24)}`,
  (r) => `${oneOf(r, ['sk', 'pk', 'rk'])}_${oneOf(r, ['live', 'test'])}_${from(r, BASE62, 24)}`,
  (r) => `sk-proj-${from(r, URL64, 48)}`,
  (r) => `sk-ant-api03-${from(r, URL64, 80)}`,
  (r) => `AIza${from(r, URL64, 35)}`,
  (r) => `SG.${from(r, URL64, 22)}.${from(r, URL64, 43)}`,
  (r) => `npm_${from(r, BASE62, 36)}`,
  (r) => `ATATT3xFfGF0${from(r, URL64, 120)}=${from(r, HEX, 8).toUpperCase()}`,
  (r) => `shpat_${from(r, HEX, 32)}`,
  (r) => `dop_v1_${from(r, HEX, 64)}`,
  (r) => `hf_${from(r, BASE62, 34)}`,
  (r) => `lin_api_${from(r, BASE62, 40)}`,
  (r) => `eyJ${from(r, URL64, 30)}.eyJ${from(r, URL64, 80)}.${from(r, URL64, 43)}`,
  (r) => `-----BEGIN RSA PRIVATE KEY-----\n${Array.from({ length: 6 }, () => from(r, `${BASE62}+/`, 64)).join('\n')}\n-----END RSA PRIVATE KEY-----`,
  (r) => from(r, HEX, 40),
  (r) => from(r, URL64.slice(0, 62), 32),
  (r) => [8, 4, 4, 4, 12].map((size) => from(r, HEX, size)).join('-'),
];

export function madeKey(random: Random): string {
  return oneOf(random, KEYS)(random);
}
