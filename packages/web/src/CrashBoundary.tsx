import { Component, type ReactNode } from "react";
import { CrashPage } from "./CrashPage.tsx";

interface Props {
  readonly address: string;
  readonly children: ReactNode;
}

interface State {
  readonly address: string;
  readonly crashed: boolean;
}

/** Shows a page with a way out when a part of the app broke; another address tries again. */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { address: this.props.address, crashed: false };

  static getDerivedStateFromError(): Partial<State> {
    return { crashed: true };
  }

  static getDerivedStateFromProps({ address }: Props, state: State): State | null {
    return address === state.address ? null : { address, crashed: false };
  }

  override render(): ReactNode {
    return this.state.crashed ? <CrashPage /> : this.props.children;
  }
}
