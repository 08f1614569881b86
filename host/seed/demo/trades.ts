/** A line of work and the nouns that belong to it, each with its article so that a sentence can take it as it is. */
export interface Trade {
  readonly name: string;
  readonly job: readonly string[];
  readonly jobs: string;
  readonly part: readonly string[];
  readonly place: readonly string[];
  /** How firms of this trade call themselves, by country group. */
  readonly firms: { readonly en: readonly string[]; readonly de: string; readonly nl: string; readonly fr: string; readonly es: string };
}

const trade = (name: string, jobs: string, job: string, part: string, place: string, en: string, [de, nl, fr, es]: readonly [string, string, string, string]): Trade => ({
  name,
  jobs,
  job: job.split(', '),
  part: part.split(', '),
  place: place.split(', '),
  firms: { en: en.split(', '), de, nl, fr, es },
});

export const TRADES: readonly Trade[] = [
  trade('plumber', 'bathroom refits', 'a blocked drain, a leaking stopcock, a bathroom refit', 'a 22 mm valve, a ballcock, a shower pump', 'a cellar, an airing cupboard, a crawl space', 'Plumbing, Plumbers, Pipe & Drain', ['Sanitär', 'Loodgieters', 'Plomberie', 'Fontanería']),
  trade('electrician', 'rewires', 'a rewire, a fuse board change, an EICR', 'a consumer unit, a 6 mm cable, an RCD', 'a switch room, a loft, a substation', 'Electrical, Electrics, Sparks', ['Elektro', 'Elektra', 'Électricité', 'Electricidad']),
  trade('heating engineer', 'boiler services', 'a boiler service, a boiler swap, a power flush', 'a fan, a diverter valve, a gas valve', 'a plant room, a boiler house, a basement', 'Heating, Heat & Gas, Boilers', ['Heizung', 'Verwarming', 'Chauffage', 'Calefacción']),
  trade('roofer', 'roof repairs', 'a flat roof, a chimney stack, a gutter repair', 'a ridge tile, a roll of lead, a Velux flashing', 'a roof space, a scaffold, a valley gutter', 'Roofing, Roofers, Slate & Tile', ['Dachbau', 'Dakwerken', 'Toitures', 'Tejados']),
  trade('locksmith', 'lock changes', 'a lock change, a lockout, a safe opening', 'a euro cylinder, a multipoint lock, a door closer', 'a stairwell, a vault, a gatehouse', 'Locks, Locksmiths, Lock & Key', ['Schlüsseldienst', 'Sloten', 'Serrurerie', 'Cerrajería']),
  trade('lift technician', 'lift inspections', 'a lift inspection, a rope change, a door drive repair', 'a door roller, a brake shoe, a landing button', 'a lift shaft, a machine room, a pit', 'Lifts, Lift Services, Elevators', ['Aufzüge', 'Liften', 'Ascenseurs', 'Ascensores']),
  trade('pest controller', 'pest visits', 'a wasp nest, a rat proofing, a bed bug treatment', 'a bait box, a fly killer tube, a mesh panel', 'a food store, a loft, a sewer', 'Pest Control, Pests Away, Vermin Services', ['Schädlingsbekämpfung', 'Ongediertebestrijding', 'Nuisibles', 'Plagas']),
  trade('gardener', 'garden rounds', 'a hedge cut, a lawn visit, a patio clean', 'a mower blade, a strimmer head, a sprinkler', 'a back garden, a churchyard, a greenhouse', 'Gardens, Landscapes, Groundcare', ['Gartenbau', 'Hoveniers', 'Jardins', 'Jardines']),
  trade('pool technician', 'pool visits', 'a pool opening, a liner change, a filter clean', 'a skimmer basket, a pump seal, a chlorinator cell', 'a pump house, a spa, a balance tank', 'Pools, Pool Care, Spa & Pool', ['Poolbau', 'Zwembaden', 'Piscines', 'Piscinas']),
  trade('solar installer', 'panel installations', 'a panel installation, an inverter swap, a battery fit', 'an inverter, a rail clamp, an isolator', 'a roof, a plant room, a barn', 'Solar, Sunpower, Renewables', ['Solartechnik', 'Zonne-energie', 'Solaire', 'Solar']),
  trade('refrigeration engineer', 'fridge repairs', 'a cold room repair, an F-gas check, a compressor change', 'a compressor, a TX valve, a fan motor', 'a cold store, a freezer, a plant room', 'Refrigeration, Cooling, Air', ['Kältetechnik', 'Koeltechniek', 'Froid', 'Climatización']),
  trade('cleaner', 'cleaning rounds', 'an end of tenancy clean, a deep clean, a carpet clean', 'a vacuum belt, a mop head, a filter bag', 'an office, a stairwell, a school', 'Cleaning, Cleaners, Bright & Clean', ['Reinigung', 'Schoonmaak', 'Nettoyage', 'Limpiezas']),
  trade('window cleaner', 'window rounds', 'a window round, a gutter clear, a solar panel wash', 'a pole, a resin bag, a brush head', 'an atrium, a shop front, a courtyard', 'Window Cleaning, Windows, Clearview', ['Glasreinigung', 'Glazenwassers', 'Vitrerie', 'Cristales']),
  trade('fire safety inspector', 'extinguisher services', 'an extinguisher service, an alarm test, a damper check', 'a smoke head, a call point, a CO2 bottle', 'a riser, a plant room, a hotel basement', 'Fire, Fire Safety, Fire Protection', ['Brandschutz', 'Brandveiligheid', 'Sécurité incendie', 'Incendios']),
  trade('alarm engineer', 'alarm services', 'an alarm takeover, a CCTV fit, a panel swap', 'a PIR, a panel battery, a bell box', 'a comms room, a warehouse, a basement', 'Security, Alarms, Systems', ['Sicherheitstechnik', 'Beveiliging', 'Alarmes', 'Seguridad']),
  trade('drainage engineer', 'drain surveys', 'a drain survey, a jetting job, a septic empty', 'a jetting nozzle, a liner, a manhole cover', 'a manhole, a culvert, a pumping station', 'Drains, Drainage, Jetting', ['Kanalservice', 'Riool', 'Assainissement', 'Desagües']),
  trade('appliance engineer', 'washer repairs', 'a washer repair, an oven element, a dishwasher fit', 'a drain pump, an oven element, a door seal', 'a kitchen, a launderette, a canteen', 'Appliances, Repairs, Domestic', ['Hausgeräte', 'Witgoed', 'Électroménager', 'Electrodomésticos']),
  trade('glazier', 'glass repairs', 'a broken shopfront, a misted unit, a door glass', 'a sealed unit, a gasket, a handle', 'a shop, a conservatory, a stairwell', 'Glass, Glazing, Windows & Doors', ['Glaserei', 'Glas', 'Vitrages', 'Vidrios']),
  trade('chimney sweep', 'sweeping rounds', 'a sweep, a cowl fit, a smoke test', 'a cowl, a flue liner, a stove rope', 'a flue, a hearth, an attic', 'Chimneys, Sweeps, Flues & Stoves', ['Schornsteinfeger', 'Schoorsteenvegers', 'Ramonage', 'Chimeneas']),
  trade('joiner', 'kitchen fits', 'a kitchen fit, a staircase, a fire door', 'a hinge, a worktop joint, a door set', 'a kitchen, a hallway, a site hut', 'Joinery, Kitchens, Carpentry', ['Schreinerei', 'Timmerwerken', 'Menuiserie', 'Carpintería']),
];
