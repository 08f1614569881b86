import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isSameSignature } from '../../../../src/connectors/_shared/signature';
import { isSame } from '../../../../src/platform/crypto';

const ROOT = join(__dirname, '../../../..');

describe('comparing signatures', () => {
  it.each([['own systems', isSame], ['vendors', isSameSignature]] as const)('of %s answers as equality does', (_whose, same) => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
      expect(same(a, b)).toBe(a === b);
      expect(same(a, a)).toBe(true);
    }));
    expect(isSameSignature(undefined, 'a')).toBe(false);
  });

  it('looks at every character whatever it finds: one by the platform\'s own function, the other by a sum without a way out', () => {
    expect(readFileSync(join(ROOT, 'src/platform/crypto.ts'), 'utf8')).toMatch(/one\.length === other\.length && timingSafeEqual\(one, other\)/);
    const body = /export function isSameSignature[\s\S]*?\n}/.exec(readFileSync(join(ROOT, 'src/connectors/_shared/signature.ts'), 'utf8'))?.[0] ?? '';
    const loop = /for \([\s\S]*?;\n/.exec(body)?.[0] ?? '';
    expect(loop).toContain('difference |=');
    expect(loop).not.toMatch(/\b(?:return|break|if)\b/);
  });
});
