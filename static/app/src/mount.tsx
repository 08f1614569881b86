import { StrictMode } from 'react';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Boundary } from './components/boundary';
import { HostContext, readHost } from './host';
import type { Host } from './host';
import { enableTheme } from './theme';
import './styles/base.css';

/** Starts a surface: theme first, so that nothing is painted in the wrong colours, then the platform's context, then the screen. */
export async function mount(surface: (host: Host) => ReactElement): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no element with the id "root".');
  try {
    const [, host] = await Promise.all([enableTheme(), readHost()]);
    createRoot(root).render(
      <StrictMode>
        <HostContext.Provider value={host}>
          <Boundary>{surface(host)}</Boundary>
        </HostContext.Provider>
      </StrictMode>,
    );
  } catch (error) {
    root.textContent = `Resurface could not start here: ${error instanceof Error ? error.message : String(error)}. Reload the page to try again.`;
  }
}
