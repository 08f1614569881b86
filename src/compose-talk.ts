import type { OutcomeContract } from './domain/outcome';
import { cleanText, keepEnds } from './ingest/clean-text';
import { recordSource } from './ingest/record-coverage';
import { redactSignal } from './ingest/redact/redact-signal';
import { redactText } from './ingest/redact/redact-text';
import { wantUnderstanding } from './understand/want-understanding';
import { judgeAgain } from './measure/by-hand';
import type { Measuring } from './measure/measuring';
import { ROLL_OUT } from './measure/release-kinds';
import { NotFound } from './domain/errors';
import type { ThemeDigest } from './domain/product-digest';
import type { Ports } from './ports/ports';
import { chooseLists, listOfTheme, loadFacts } from './talk/choose-lists';
import { briefMarkdown, briefPrompt } from './talk/brief-text';
import { judgeClaims } from './talk/claims';
import { clockOf } from './talk/clock';
import { conversationWeeks } from './talk/conversation-weeks';
import { debateOf } from './talk/debate';
import { draftBrief, lengthOf } from './talk/draft-brief';
import { heardFor } from './talk/heard-for';
import { issueQuote, issueQuotePlace } from './talk/issue-quote';
import { logConversation, type ConversationWish, type Logged, type WrittenDown } from './talk/log-conversation';
import { quotePlace } from './talk/quote-place';
import { otherwiseAmong } from './talk/says-otherwise';
import { shownPeople } from './talk/shown-people';
import type { Talking } from './talk/talking';

/** The use cases of talking to customers, bound to what they need from outside. */
export type TalkDesk = ReturnType<typeof talkDesk>;

export function talkDesk(ports: Ports, measuring: Measuring) {
  const talking: Talking = { stores: ports.stores, outcomes: ports.outcomes, talk: ports.talk, clock: ports.clock, logger: ports.logger };
  const written: WrittenDown = {
    redact: async (signal) => redactSignal({ ...signal, ...(signal.text === undefined ? {} : { text: cleanText(keepEnds(signal.text).text) }) }, await ports.loadPseudonym()),
    redactNote: (text) => redactText(cleanText(text)).text,
    record: (source) => recordSource(ports, source, {}),
  };
  return {
    briefMarkdown, briefPrompt, clockOf, conversationWeeks, debateOf, draftBrief, heardFor, issueQuote, issueQuotePlace, judgeClaims, lengthOf, otherwiseAmong, quotePlace, shownPeople,
    chooseLists: (product: string) => chooseLists(talking, product),
    listOfTheme: (product: string, theme: ThemeDigest) => listOfTheme(talking, product, theme),
    loadFacts: (product: string) => loadFacts(talking, product),
    /** The words become a signal, so the engine is asked to look again. */
    logConversation: async (product: string, wish: ConversationWish, by: string): Promise<Logged> => {
      const logged = await logConversation(talking, product, wish, by, written);
      await wantUnderstanding(ports, product, 'part');
      return logged;
    },
    /** Contracts of rings and flags by the choice that started them; a choice whose accounts never got it has none. */
    rollOutsOf: async (product: string, choices: readonly string[]): Promise<ReadonlyMap<string, OutcomeContract>> => {
      const wanted = new Map(choices.map((choice) => [`${ROLL_OUT}${choice}`, choice]));
      return new Map((await ports.outcomes.listContracts(product)).flatMap((contract) => {
        const choice = wanted.get(contract.release.id);
        return choice === undefined ? [] : [[choice, contract] as const];
      }));
    },
    /** A conversation said whether a release helped: it counts as its confirmation, once per promise about the theme. */
    confirmByConversation: async (product: string, contractId: string, said: { readonly theme: string | undefined; readonly helped: boolean; readonly logged: Logged; readonly by: string }): Promise<void> => {
      const contract = await ports.outcomes.findContract(contractId);
      if (contract === undefined || contract.product !== product) throw new NotFound('no such release');
      const issues = new Set(contract.targets.flatMap(({ issue, measure }) => (said.theme === undefined || (measure.kind === 'theme' && measure.themes.includes(said.theme)) ? [issue] : [])));
      const { signal } = said.logged;
      for (const issue of issues) {
        await ports.outcomes.saveConfirmation(product, {
          contract: contract.id, issue, how: 'conversation', helped: said.helped, at: ports.clock.now(), by: said.by, signal: signal.id,
          ...(signal.account === undefined ? {} : { account: signal.account }),
        });
      }
      await judgeAgain(measuring, contract);
    },
  };
}
