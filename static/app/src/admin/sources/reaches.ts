/** How far back a source can be read, in days before today. */
export const REACHES: readonly (readonly [number, string])[] = [[90, 'three months'], [365, 'a year'], [730, 'two years'], [3_650, 'everything']];
