const UPKEEP_OPENING = [
  /^\W*(port|bump|uplift|backout|back out|revert|rebase|refactor|rewrite|migrate|convert|rename|clean ?up|lint|reformat|run|vendor|pin|deprecate|document|moderni[sz]e|mechanical|inline|test|tests|unit tests?|follow-?up|intermittent)\b/i,
  /^\W*(update|upgrade) (the )?\S+( \S+)? (dependenc\w+|strings?|aliases|runtime|librar\w+|submodule|to (the )?(latest|version|v?\d)|for esr|to support esr)/i,
  /^\W*(fix|try to fix|disable|enable|re-?enable|add|extend|update|remove|skip|split|improve|make)( \S+){0,4} (tests?|mochitests?|xpcshell|browser_\S+|test_\S+|ci|bustage|eslint|lint|linting|perma\w*|intermittent\w*|jobs?|telemetry|logging|builds?|strings?|taskcluster|taskgraph)\b/i,
  /\b(code|references?|usages?|callers?|dead code|unused|obsolete|deprecated|async|const|static|macros?|headers? files?|interfaces?|modules?|stylesheets?|css|selectors?|getters?|setters?|handlers?|styling|debug log(?:s|ging)?)\b/i,
];
const CODE_VERB = /^\W*(remove|drop|delete|replace|use|switch|make|move|simplify|merge|sync|split|confine|extract|avoid|introduce|hook up|add|update|call|pass|let|extend|rework|implement|ensure|handle|allow|change|get rid|convert|get|set|turn|ignore|check|don't|do not|change)\b/i;
const CODE_NAME = /(\w+::\w+|\w+\(\)|\b[\w-]+\.(?:js|jsm|mjs|cpp|h|css|ts|tsx|py|java|xhtml|ftl|json)\b|\b[a-z]{2,}[A-Z][a-z]\w+|\bns[A-Z]\w+|\b[A-Z][a-z]+[A-Z][a-z]+[A-Z]\w*|`[^`]+`|\b[A-Z]+_[A-Z_]+\b|\b\w+_\w+\b|\w+\/\w+\/\w+)/g;
const OTHER_ISSUE = /\bbug #?\d{5,}/i;

/** Reads like work on the code or its tests: no customer would ask for it, and none could be found by its words. English titles only. */
export function isUpkeep(title: string): boolean {
  if (OTHER_ISSUE.test(title) || UPKEEP_OPENING.some((shape) => shape.test(title))) return true;
  return CODE_VERB.test(title) && codeNames(title).length > 0;
}

/** Names from source code in a title: functions, files, constants, camel case; not the names of things people buy (iCloud, macOS). */
export function codeNames(title: string): readonly string[] {
  return title.match(CODE_NAME) ?? [];
}
