import type { Issue } from '../../domain/issue';
import { scanWords } from '../text/scan-words';
import type { Vocabulary } from '../text/vocabulary';

/** Words by which a person says that something does not do what it should, in the languages that customers write most. */
const FAULT_WORDS = `not no longer cannot cant dont doesnt didnt wont isnt arent wasnt couldnt hasnt havent unable fail failed failure broken
broke break error crash crashed problem issue missing lost gone disappear disappeared wrong stop stopped without nothing incorrect hang
freeze froze frozen stuck impossible never blank empty bug vanish refuse refused reject unresponsive garbled corrupt corrupted instead
nicht kein keine keinen kaputt fehler absturz verschwunden fehlt fehlen geht leer falsch hängt
pas plus aucun aucune erreur plante bloqué disparu vide impossible problème
no nada error falla fallo problema perdido desaparecido vacío imposible bloqueado
non errore problema scomparso vuoto impossibile bloccato niente
niet geen fout kapot weg verdwenen leeg vastgelopen probleem
não erro falha problema sumiu vazio
nie błąd brak nelze chyba nejde nem hiba hata değil inte fel ikke fejl virhe
не нет ошибка пропали проблема помилка
无法 不能 没有 错误 失败 消失 問題 できない エラー 失敗 消え`;

const MENDS = /^\W*(?:\[[^\]]*\]\W*)?(?:(?:try|attempt)(?:ing)? to )?(?:fix|correct|resolve|repair)\w*\b/i;
const FAULT = /\b(?:cannot|can['’]?t|not (?:work|show|display|possible|respect|sav|load|updat|send|open|print|sync)\w*|did(?:n['’]t| not)|do(?:es)?(?:n['’]t| not)|broken|crash\w*|fails?|failure|hangs?|freez\w*|wrong|missing|regression|errors?|incorrect\w*|lost|disappear\w*|no longer|stuck)\b/i;
const WANTS = /^\W*(?:add|enable|allow|support|show|display|make|implement|introduce|use|default to|always|keep|restore|let|do not|don['’]?t|prevent|avoid)\b/i;
const FAULT_TYPE = /^(?:bug|defect|incident|fault|fehler)$/i;

/** Whether an issue is about something that does not do what it should: by its type, a title that mends, or one that names the fault. English titles. */
export function mendsFault({ summary, type }: Pick<Issue, 'summary' | 'type'>): boolean {
  if (MENDS.test(summary) || FAULT_TYPE.test(type ?? '')) return true;
  return FAULT.test(summary) && !WANTS.test(summary);
}

/** 1 for each term of the vocabulary by which a customer says that something is wrong. */
export function faultTerms(vocabulary: Vocabulary): Uint8Array {
  const terms = new Uint8Array(vocabulary.size());
  scanWords(FAULT_WORDS, 0, FAULT_WORDS.length, (word, length) => {
    const term = vocabulary.find(word, length);
    if (term >= 0) terms[term] = 1;
  });
  return terms;
}
