/** An instant as Jira writes it: `2025-07-01T00:00:00.000+0000`. */
export function jiraTime(at: string): string {
  return new Date(at).toISOString().replace('Z', '+0000');
}
