import { Component } from 'react';
import type { ReactNode } from 'react';

interface State {
  readonly error?: Error;
}

/** A screen that breaks says so and offers to load again; a blank panel would read as "nothing". */
export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return (
      <div className="rs-broken" role="alert">
        <p>
          <b>This screen stopped working.</b> Nothing was changed, and nothing can be concluded from it.
        </p>
        <p className="rs-note">{this.state.error.message}</p>
        <button type="button" className="rs-link" onClick={() => this.setState({})}>
          Show it again
        </button>
      </div>
    );
  }
}
