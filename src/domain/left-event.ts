const WHO = '(?:customer|account|user|subscription|contract|company|organi[sz]ation|tenant|workspace|plan|licen[cs]e|membership)';
const LEFT = new RegExp(`^(?:${WHO}-)*(?:churn(?:ed)?|left|cancell?ed|cancell?ation|terminated|uninstalled|offboarded|gekündigt|kündigung)$|^${WHO}-(?:ended|closed|deleted|expired)$`, 'u');

/**
 * Whether an event says that a customer left: `churn`, `subscription_canceled`, `Account.closed`, each also with a reason behind a colon (`churn:price`). What only has
 * such a word in it (`churn-risk`, `order-cancelled`, `feature-used:cancelled`) does not.
 */
export function isLeftEvent(event: string): boolean {
  return LEFT.test((event.split(':')[0] ?? '').trim().toLowerCase().replace(/[_.\s/]+/g, '-'));
}
