import { view } from '@forge/bridge';

/**
 * Turns on Jira's theme before the first paint. A host that marks the colour mode but brings no token values
 * gets ours, from the same token package that the components were built with.
 */
export async function enableTheme(): Promise<void> {
  await view.theme.enable();
  const root = document.documentElement;
  if (getComputedStyle(root).getPropertyValue('--ds-text') !== '') return;
  const { adoptTokens } = await import('./own-tokens');
  adoptTokens(root);
}
