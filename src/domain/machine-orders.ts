/** Words that speak to a machine and not to us, in ten languages: orders to a model, its roles, its tools. */
const ORDERS = [
  /\b(ignore|disregard|forget|override)\b.{0,40}\b(instruction|rule|prompt|previous|above|policy)/i,
  /\b(system|assistant|developer|user)\s*(prompt|message)?\s*[:>\]]/i,
  /\b(you are now|act as|pretend to be|you have permission to|you must (now )?(call|close|reply|answer|mark|output))\b/i,
  /\b(call|run|execute|invoke|use) (the )?(tool|function|api|\w+Issue)\b/i,
  /\b(transitionIssue|closeIssue|editIssue|deleteIssue|function_call|tool_call|jailbreak|DAN mode)\b/i,
  /<\/?(system|instructions?|tool|assistant|im_start|im_end)[^>]*>|\[\/?INST\]|<\|[a-z_]+\|>|\\u00[0-9a-f]{2}/i,
  /\b(ignoriere|vergiss)\b.{0,40}\b(anweisung|regel)/i,
  /\b(ignore[zr]?|oublie[zr]?)\b.{0,40}\b(instructions|consignes|règles)/i,
  /\b(ignora|olvida|ignore|esqueça|dimentica)\b.{0,40}\b(instrucciones|reglas|instruções|regras|istruzioni|regole)/i,
  /(игнорируй|забудь).{0,40}(инструкци|правил)/i,
  /(忽略|无视|忘记).{0,20}(指令|规则|说明)|(指示|命令).{0,10}(無視|忘れ)|(지시|규칙).{0,10}(무시|잊)/,
  /(تجاهل|انس).{0,40}(التعليمات|القواعد)/,
];

/** Does a piece of text give orders to a machine? Such words stay in the lists where everything is; no summary puts them forward. */
export function givesOrders(text: string): boolean {
  return ORDERS.some((order) => order.test(text));
}
