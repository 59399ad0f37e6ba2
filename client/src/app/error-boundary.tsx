import { Component, type ReactNode } from 'react';
import { ProblemScreen } from './problem-screen.tsx';

interface ErrorBoundaryProps {
  /** A new place is a new chance: the boundary forgets what broke when the person leaves. */
  place: string;
  children: ReactNode;
}

interface Caught {
  error: unknown;
  place: string;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { caught: Caught | null }> {
  override state: { caught: Caught | null } = { caught: null };

  static getDerivedStateFromError(error: unknown): { caught: Caught } {
    return { caught: { error, place: location.pathname } };
  }

  override render(): ReactNode {
    const { caught } = this.state;
    if (caught === null || caught.place !== this.props.place) return this.props.children;
    return <ProblemScreen error={caught.error} />;
  }
}
