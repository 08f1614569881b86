import type { SeedUser } from '../seed';

const person = (id: string, name: string, title: string, roles: SeedUser['roles'], siteAdmin = false): SeedUser => ({ accountId: `spannerby:${id}`, name, title, siteAdmin, roles });

/** People of the invented company, with different rights. */
export const DEMO_USERS: readonly SeedUser[] = [
  person('dana', 'Dana Whitlock', 'Product leader', { DSP: 'administrator', CRW: 'administrator' }),
  person('ruben', 'Ruben Achterberg', 'Site admin', { DSP: 'administrator', CRW: 'administrator' }, true),
  person('hye-jin', 'Hye-jin Park', 'Site admin, second', { DSP: 'administrator', CRW: 'administrator' }, true),
  person('imani', 'Imani Ferreira', 'Developer, Dispatch', { DSP: 'member', CRW: 'member' }),
  person('lars', 'Lars Thorvald', 'Developer, Crew', { CRW: 'member', DSP: 'viewer' }),
  person('noor', 'Noor Haddad', 'Developer, Dispatch', { DSP: 'member' }),
  person('priya', 'Priya Raman', 'Support agent', { DSP: 'member', CRW: 'member' }),
  person('tomasz', 'Tomasz Zielny', 'Support agent', { DSP: 'viewer', CRW: 'viewer' }),
  person('odile', 'Odile Marchetti', 'Viewer, finance', { DSP: 'viewer' }),
  person('vik', 'Vik Osei', 'Viewer, sales', { DSP: 'viewer', CRW: 'viewer' }),
  person('sam', 'Sam Outwood', 'No access to the projects', {}),
];

/** Who works on issues, by project. */
export const DEVELOPERS: Readonly<Record<'DSP' | 'CRW', readonly string[]>> = {
  DSP: ['spannerby:imani', 'spannerby:noor', 'spannerby:dana'],
  CRW: ['spannerby:lars', 'spannerby:imani'],
};

export const REPORTERS: readonly string[] = ['spannerby:priya', 'spannerby:tomasz', 'spannerby:dana', 'spannerby:imani', 'spannerby:lars', 'spannerby:noor', 'spannerby:vik'];
