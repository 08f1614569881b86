import { inParts } from '../../domain/looked-at';
import type { Signal } from '../../domain/signal';
import { signalId } from '../../domain/signal';
import { epochMs, isoTime, type IsoTime } from '../../domain/time';
import { customerTurns, type Side, type Turn, type TurnSkip } from '../../domain/transcript';
import type { VisibilityClass } from '../../domain/visibility';
import { keepEnds } from '../clean-text';
import { redactText } from '../redact/redact-text';

/** What is known of a conversation besides its words. */
export interface Call {
  /** Stable at the source, e.g. Gong's call id or the file's name and day. */
  readonly id: string;
  readonly source: string;
  readonly at: IsoTime;
  /** Ours, as the file is called: never a customer's words, and never kept with them. */
  readonly title?: string;
  readonly account?: string;
  readonly url?: string;
  readonly visibility: VisibilityClass;
  /** Raised each time a person says anew who is who: the old attribution's signals are then removed, and a removed signal never returns under its id. */
  readonly attribution: number;
}

export interface CallSignals {
  readonly signals: readonly Signal[];
  readonly skipped: Readonly<Partial<Record<TurnSkip, number>>>;
}

/** Every customer's turn of a conversation as one signal, one longer than is looked at as several; ours are context and are not kept. The author is the speaker within the call, never a name; where one says another's, it is taken out. */
export function callSignals(call: Call, turns: readonly Turn[], sides: ReadonlyMap<string, Side>): CallSignals {
  const { said, skipped } = customerTurns(turns, (speaker) => sides.get(speaker) ?? 'unknown');
  const places = [...new Set(turns.flatMap((turn) => turn.speaker ?? []))];
  return {
    skipped,
    signals: said.flatMap((turn) => inParts(keepEnds(turn.text).text).map((text, part) => {
      const externalId = `${call.id}#${call.attribution}-${turn.seq}${part === 0 ? '' : `.${part + 1}`}`;
      return {
        id: signalId(call.source, externalId),
        source: call.source,
        externalId,
        kind: 'said',
        at: turn.startMs === undefined ? call.at : isoTime(epochMs(call.at) + turn.startMs),
        text: redactText(text, places).text,
        // Without an account, people of one call are still told apart, and their names stay out of the store.
        author: `${call.id}/speaker-${places.indexOf(turn.speaker) + 1}`,
        visibility: call.visibility,
        ...(call.account === undefined ? {} : { account: call.account }),
        ...(call.url === undefined ? {} : { url: call.url }),
      };
    })),
  };
}
