import type { Dice } from './dice';
import type { Trade } from './trades';

/** Where a customer is: its currency, and the language and variant people write in. */
export interface Country {
  readonly code: string;
  readonly currency: string;
  readonly locale: string;
  readonly style: keyof Trade['firms'];
  readonly weight: number;
}

const country = (code: string, currency: string, locale: string, style: Country['style'], weight: number): Country => ({ code, currency, locale, style, weight });

export const COUNTRIES: readonly Country[] = [
  country('GB', '£', 'en-GB', 'en', 34),
  country('US', '$', 'en-US', 'en', 20),
  country('IE', '€', 'en-IE', 'en', 9),
  country('AU', '$', 'en-AU', 'en', 7),
  country('CA', '$', 'en-CA', 'en', 5),
  country('DE', '€', 'de-DE', 'de', 8),
  country('NL', '€', 'nl-NL', 'nl', 6),
  country('FR', '€', 'fr-FR', 'fr', 4),
  country('ES', '€', 'es-ES', 'es', 4),
  country('DK', 'kr', 'da-DK', 'en', 2),
];

const NAMES: Readonly<Record<Country['style'], string>> = {
  en: 'Abernethy Ackroyd Adeyemi Aldous Ashbury Bancroft Barraclough Beckwith Bellamy Birtwistle Blackthorn Bosworth Bramley Brannigan Brockhurst Cadwallader Calloway Carmody Castellan Chadderton Colquhoun Copperfield Cotterill Cranleigh Culpepper Dalrymple Danjuma Delaney Dunmore Eastlake Eckersley Ellery Fairweather Farquhar Fennimore Fothergill Gallowglass Garside Gilchrist Goldthorpe Greenslade Hallam Hargreave Hathersage Heddle Higginbotham Holloway Honeychurch Ibekwe Inchbold Jessop Kettlewell Kilbride Kincaid Lambourne Larkrise Lathom Leatherbarrow Lindisfarne Lockwood Longbottom Mablethorpe MacAllister Maguire Mallory Mapplebeck Marchbanks Merriweather Micklethwait Mossop Nettlefold Nightingale Oakeshott Obuya Oldroyd Osgood Outhwaite Pargeter Pendlebury Penhaligon Pettigrew Pickersgill Plimpton Postlethwaite Quigley Quillfeather Rackham Ramsbottom Ravensworth Redfern Rigby Rookwood Rosewarne Saltmarsh Sandiford Scattergood Shufflebotham Silverdale Skelhorn Snodgrass Stanhope Starbuck Sugden Summerscale Swindlehurst Tattersall Tempest Thistlewood Thorogood Tidewell Tolliver Trelawny Tremlett Turnbull Underhill Uttley Vickerstaff Wagstaff Waddington Wainwright Weatherby Whitlaw Wigglesworth Winterbourne Woodhead Wrigglesworth Yardley Yelverton',
  de: 'Achterholt Birkenau Brandmeier Dornbusch Eibenstein Fuchsberger Grünwaldt Hagedorn Immenhof Kesselring Lindacher Moosbauer Niederhuber Oberländer Pfannenstiel Quandtmeyer Rosswinkel Silberhorn Tannhofer Uhlenbrock Vogelreuther Wiesengrund Zapfbauer',
  nl: 'Bakkerhof Brouwersgracht DeWit Duinkerken Eikenboom Groenewoud Haverkamp Kampenhout Langeveld Meerdink Nieuwstraten Oudejans Polderdijk Rietveldt Schepenaar Terhorst Veenendal Waterink Zandstra',
  fr: 'Beaumanoir Bellerive Charpentel Delacourette Fontbrune Grandchamps Lacroisette Marivaux Montclar Perrotin Quatremain Rochefeuille Sauvageot Tourvieille Valbonnet',
  es: 'Albaredo Benavente Carrascal Dorrego Escalante Fuensanta Gallardete Hontoria Larrumbe Montenegral Peñarroya Quiroga Salvatierra Torrejal Villacampo',
};

const ENDINGS = ['', '', '', ' & Sons', ' & Daughters', ' Brothers', ' & Co', ' Group', ' Services'];

/** A made-up firm's name that none of the others has. */
export function firmName(dice: Dice, { style }: Country, trade: Trade, taken: ReadonlySet<string>): string {
  const families = NAMES[style].split(' ');
  for (;;) {
    const family = dice.pick(families).replace(/^De(?=[A-Z])/, 'De ');
    const firms = trade.firms[style];
    const line = typeof firms === 'string' ? firms : dice.pick(firms);
    const name = style === 'en' ? `${family}${dice.pick(ENDINGS)} ${line}` : dice.pick([`${line} ${family}`, `${family} ${line}`]);
    if (!taken.has(slugOf(name))) return name;
  }
}

/** The account's id: its name in small letters, as a source would show it. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
