import { formatSentence } from '../../../../../src/contract/format-sentence';
import { useAsk } from '../../use-ask';
import { To } from '../to';

/** The week's people in one line each. Loaded after the rest: the brief does not wait for it, and says so when it could not be read. */
export function TalkLines() {
  const { ask, again } = useAsk('talk.week', {});
  if (ask.kind === 'loading') return null;
  if (ask.kind === 'failed' && ask.last === undefined) {
    return (
      <p className="rs-note" role="alert">
        Who to talk to could not be read.{' '}
        <button type="button" className="rs-link" onClick={() => void again()}>Try again</button>
      </p>
    );
  }
  const view = ask.kind === 'ready' ? ask.value : ask.last?.value;
  const people = view?.slots.flatMap(({ reason, person }) => (person === undefined ? [] : [{ reason, person }])) ?? [];
  if (view?.theme === undefined || people.length === 0) return null;
  const route = { at: 'talk', theme: view.theme.id } as const;
  return (
    <section>
      <h2>{formatSentence(view.finding)}</h2>
      <p className="rs-note">About <To route={{ at: 'theme', theme: view.theme.id }}>{view.theme.label}</To>. <To route={route}>Drafts and other themes</To></p>
      <ul className="rs-talk-lines">
        {people.map(({ reason, person }) => (
          <li key={reason}>
            <span className="rs-note">{formatSentence({ id: `talk.reason.${reason}`, params: {} })}</span>
            <b dir="auto">{person.account ?? person.quote.source.name}</b>
            <span className="rs-talk-words" dir="auto" lang={person.quote.locale}>“{person.quote.text}”</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
