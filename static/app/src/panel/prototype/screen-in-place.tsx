import Button from '@atlaskit/button/new';
import './prototype.css';
import { ScreenBody } from './screen-dialog';
import type { Screen } from './screens';

/** A screen where the platform has no dialog: it takes the panel's place. */
export function ScreenInPlace({ screen, onBack }: { readonly screen: Screen; readonly onBack: () => void }) {
  return (
    <div className="rs-screen">
      <div className="rs-acts"><Button spacing="compact" onClick={onBack}>Back</Button></div>
      <ScreenBody screen={screen} />
    </div>
  );
}
