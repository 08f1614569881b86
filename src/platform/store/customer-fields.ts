/** Fields of documents that hold a customer's own id. */
export const CUSTOMERS: ReadonlySet<string> = new Set(['author', 'account', 'accounts', 'person']);
