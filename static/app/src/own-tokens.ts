import dark from '@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-dark';
import light from '@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-light';
import shape from '@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-shape';
import spacing from '@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-spacing';
import typography from '@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-typography';

/** Token values as a constructed style sheet: a strict content policy allows it where it forbids style elements. */
export function adoptTokens(root: HTMLElement): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([light, dark, shape, spacing, typography].join('\n'));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  if (!root.dataset['theme']?.includes('light:')) root.dataset['theme'] = 'light:light dark:dark shape:shape spacing:spacing typography:typography';
  if (root.dataset['colorMode'] === undefined) root.dataset['colorMode'] = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
