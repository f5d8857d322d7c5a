import { Component, type ReactNode } from 'react';
import { ScreenFailed } from './screen-failed.tsx';

/** Catches what a screen throws while drawing and offers to open it again. A new `resetKey` is a new screen. */
export class ErrorBoundary extends Component<{ children: ReactNode; resetKey?: string }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(before: { resetKey?: string }): void {
    if (this.state.failed && before.resetKey !== this.props.resetKey) this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? <ScreenFailed onAgain={() => this.setState({ failed: false })} /> : this.props.children;
  }
}
