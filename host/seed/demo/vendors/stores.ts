import { newKey as newAppleKey, worldOf as appleOf } from '../../../sources/app-store/world';
import { newKey as newGoogleKey, worldOf as googleOf } from '../../../sources/google-play/world';
import type { SeedVendor } from '../../seed';
import type { DemoSignal } from '../signals';

const WEEK_DAYS = 7;

interface App {
  /** By its store. */
  readonly id: string;
  readonly name: string;
  /** Under which its key is kept. */
  readonly key: string;
}

const CREW: App = { id: '6471120355', name: 'Spannerby Crew', key: 'app-store.key' };
const CREW_ON_ANDROID: Omit<App, 'name'> = { id: 'com.spannerby.crew', key: 'google-play.key' };

/** App Store Connect with every review of the phone app on one side. */
export function demoAppStore(connection: SeedVendor['connection'], signals: readonly DemoSignal[], app = CREW): SeedVendor {
  return {
    connection,
    hosts: ['api.appstoreconnect.apple.com'],
    open: (needs) => {
      const reviews = signals.map((one) => ({ id: one.id, createdDate: one.at.replace('.000Z', 'Z'), title: one.title ?? '', body: one.text ?? '', rating: one.rating ?? 3, territory: TERRITORIES[(one.locale ?? '').slice(-2)] ?? 'GBR', isAnswered: false, isHidden: false }));
      const world = appleOf(needs, { id: app.id, name: app.name, privateKey: needs.keep(app.key, newAppleKey), reviews });
      return { fields: { ...world.settings, ...world.secrets }, answer: world.answer };
    },
  };
}

const TERRITORIES: Readonly<Record<string, string>> = { GB: 'GBR', US: 'USA', IE: 'IRL', AU: 'AUS', CA: 'CAN', DE: 'DEU', NL: 'NLD', FR: 'FRA', ES: 'ESP', DK: 'DNK' };

/** The Play Developer API, which shows a week: connected for that week, so that it does not promise more. What was said before is in a file. */
export function demoGooglePlay(connection: SeedVendor['connection'], signals: readonly DemoSignal[], app = CREW_ON_ANDROID): SeedVendor {
  return {
    connection: { ...connection, days: WEEK_DAYS - 1, isNothingBefore: true },
    hosts: ['androidpublisher.googleapis.com', 'oauth2.googleapis.com'],
    open: (needs) => {
      const reviews = signals.map((one) => ({
        reviewId: one.id, text: one.title === undefined ? (one.text ?? '') : `${one.title}\t${one.text ?? ''}`, lastModified: Date.parse(one.at), starRating: one.rating ?? 3, version: one.version ?? '', language: (one.locale ?? 'en-GB').replace('-', '_'), isAnswered: false, isHidden: false,
      }));
      const world = googleOf(needs, { id: app.id, privateKey: needs.keep(app.key, newGoogleKey), reviews });
      return { fields: { ...world.settings, ...world.secrets }, answer: world.answer };
    },
  };
}
