import type { DemoAccount } from './accounts';
import type { Dice } from './dice';
import { COLLEAGUES, CUSTOMERS, DAYS, DEVICES, TOWNS } from './people-names';

const SMALL = ['two', 'three', 'four', 'five', 'six', '3', '4', '5', '6', '7', '8'];

/** A clause with its slots filled from the speaker's own work; the first letter is a capital one. */
export function fill(clause: string, account: DemoAccount, chance: Dice): string {
  const filled = clause.replace(/\{(\w+)\}/g, (_, slot: string) => fillSlot(slot, account, chance));
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

function fillSlot(slot: string, { trade, country }: DemoAccount, chance: Dice): string {
  switch (slot) {
    case 'trade':
      return trade.name;
    case 'job':
      return chance.pick(trade.job);
    case 'jobs':
      return trade.jobs;
    case 'part':
      return chance.pick(trade.part);
    case 'place':
      return chance.pick(trade.place);
    case 'who':
      return chance.pick(COLLEAGUES);
    case 'cust':
      return chance.pick(CUSTOMERS);
    case 'town':
      return chance.pick(TOWNS);
    case 'dev':
      return chance.pick(DEVICES);
    case 'day':
      return chance.pick(DAYS);
    case 'time':
      return `${chance.whole(1, 4)}${chance.pick([':00', ':30', ':15', ''])}`;
    case 'n':
      return chance.pick(SMALL);
    case 'years':
      return String(chance.whole(6, 38));
    case 'age':
      return String(chance.whole(29, 66));
    case 'nn':
      return String(chance.whole(11, 64));
    case 'nnn':
      return String(chance.whole(11, 96) * 10);
    case 'money':
      return money(chance, country.currency);
    case 'ver':
      return `2.${chance.whole(6, 9)}.${chance.whole(0, 4)}`;
    default:
      throw new Error(`no slot is called ${slot}`);
  }
}

function money(chance: Dice, currency: string): string {
  const amount = chance.pick([chance.whole(18, 95) * 10, chance.whole(10, 64) * 100]);
  const written = chance.yes(0.5) ? amount.toLocaleString('en-GB') : String(amount);
  return currency === 'kr' ? `${written} kr` : `${currency}${written}`;
}
