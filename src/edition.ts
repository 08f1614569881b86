/** Whether this copy of the app is the edition from which nothing leaves Atlassian; `npm run edition` sets it in the copy that it makes. */
export const STAYS_ON_ATLASSIAN = false as boolean;
