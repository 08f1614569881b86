import type { Manifest } from '../manifest';
import type { NewWork } from './work-store';

export interface ProductEvent {
  readonly [field: string]: unknown;
  /** The app itself caused it. */
  readonly selfGenerated?: boolean;
}

/** The triggers that an event calls, each as work of its own. */
export function workForEvent(manifest: Manifest, tenant: string, eventType: string, payload: ProductEvent, now: number): readonly NewWork[] {
  const isSelf = payload.selfGenerated === true;
  return manifest.triggers
    .filter(({ events, filter }) => events.some((event) => (typeof event === 'string' ? event : event.eventType) === eventType) && !(isSelf && filter?.ignoreSelf === true))
    .map((trigger) => ({
      tenant,
      kind: 'trigger',
      module: trigger.key,
      body: { timestamp: String(Math.round(now)), ...payload, eventType, selfGenerated: isSelf },
      dueAt: now,
      createdAt: now,
    }));
}
