/** Accounts that the planted truths speak of by name. */
interface NamedAccount {
  readonly id: string;
  readonly name: string;
  readonly trade: string;
  readonly country: string;
}

const named = (id: string, name: string, trade: string, country = 'GB'): NamedAccount => ({ id, name, trade, country });

/** One account that shouts: many signals about one need, all from two people. */
export const SHOUTING_ACCOUNT = { account: 'grindle-fire-and-flood', need: 'route-planning', perWeek: 2.4 } as const;

/** Accounts that complained and then fell silent without leaving: from `from` on neither words nor deeds. */
export const SILENT_ACCOUNTS = [
  { account: 'millrace-heating', need: 'sync-duplicates', from: '2025-08-11T00:00:00.000Z' },
  { account: 'peveril-lifts', need: 'offline-photos', from: '2025-06-23T00:00:00.000Z' },
  { account: 'sallow-pest-control', need: 'battery-gps', from: '2025-09-08T00:00:00.000Z' },
  { account: 'tarn-hows-pools', need: 'deposits', from: '2025-10-20T00:00:00.000Z' },
  { account: 'vinegar-hill-glass', need: 'new-board', from: '2025-12-15T00:00:00.000Z' },
  { account: 'wherry-drains', need: 'new-board', from: '2026-01-05T00:00:00.000Z' },
  { account: 'yewtree-cleaning', need: 'timesheets', from: '2025-11-17T00:00:00.000Z' },
  { account: 'zennor-roofing', need: 'notifications', from: '2025-11-24T00:00:00.000Z' },
] as const;

export const NAMED_ACCOUNTS: readonly NamedAccount[] = [
  named('grindle-fire-and-flood', 'Grindle Fire & Flood', 'drainage engineer'),
  named('millrace-heating', 'Millrace Heating', 'heating engineer'),
  named('peveril-lifts', 'Peveril Lifts', 'lift technician'),
  named('sallow-pest-control', 'Sallow Pest Control', 'pest controller'),
  named('tarn-hows-pools', 'Tarn Hows Pools', 'pool technician'),
  named('vinegar-hill-glass', 'Vinegar Hill Glass', 'glazier', 'IE'),
  named('wherry-drains', 'Wherry Drains', 'drainage engineer'),
  named('yewtree-cleaning', 'Yewtree Cleaning', 'cleaner'),
  named('zennor-roofing', 'Zennor Roofing', 'roofer'),
  named('thornbury-electrical', 'Thornbury Electrical', 'electrician'),
  named('lacroix-froid', 'Lacroix Froid', 'refrigeration engineer', 'FR'),
  named('oakhanger-kitchens', 'Oakhanger Kitchens', 'joiner'),
  named('bluewater-pools', 'Bluewater Pools', 'pool technician', 'US'),
  named('ridgeway-roofing', 'Ridgeway Roofing', 'roofer'),
  named('marlowe-plumbing', 'Marlowe Plumbing', 'plumber'),
  named('calder-gas', 'Calder Gas', 'heating engineer'),
  named('kestrel-lifts', 'Kestrel Lifts', 'lift technician'),
  named('polder-klimaat', 'Polder Klimaat', 'refrigeration engineer', 'NL'),
  named('tynedale-alarms', 'Tynedale Alarms', 'alarm engineer'),
  named('stannard-restoration', 'Stannard Restoration', 'cleaner'),
  named('nordlicht-aufzuege', 'Nordlicht Aufzüge', 'lift technician', 'DE'),
  named('ashdown-pest', 'Ashdown Pest', 'pest controller'),
  named('cobalt-solar', 'Cobalt Solar', 'solar installer', 'AU'),
  named('brackenridge-scaffolding', 'Brackenridge Scaffolding', 'roofer'),
  named('greenhollow-gardens', 'Greenhollow Gardens', 'gardener'),
  named('chimneys-and-co', 'Chimneys & Co', 'chimney sweep'),
  named('hillcrest-roofing', 'Hillcrest Roofing', 'roofer'),
  named('vandermeer-cv', 'Vandermeer CV', 'heating engineer', 'NL'),
  named('stadtwerk-partner-bau', 'Stadtwerk-Partner Bau', 'plumber', 'DE'),
  named('moorgate-drains', 'Moorgate Drains', 'drainage engineer'),
  named('lisbon-locks', 'Lisbon Locks', 'locksmith'),
  named('firewatch-systems', 'Firewatch Systems', 'fire safety inspector'),
  named('fairholm-franchise', 'Fairholm Franchise', 'cleaner'),
  named('amberley-windows', 'Amberley Windows', 'window cleaner'),
];
