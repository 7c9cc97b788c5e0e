import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from './States';

interface Props {
  children: ReactNode;
  /** Changes when the page changes; a broken page does not break the next one. */
  resetKey: string;
}

/** Catches what a page throws while drawing and keeps the shell around it. */
export class ErrorBoundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(before: Props) {
    if (before.resetKey !== this.props.resetKey && this.state.error !== undefined) {
      this.setState({ error: undefined });
    }
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <div>
        <ErrorState error={this.state.error} />
        <Reload />
      </div>
    );
  }
}

function Reload() {
  const { t } = useTranslation();
  return (
    <div style={{ textAlign: 'center' }}>
      <Button type="primary" onClick={() => window.location.reload()}>
        {t('action.reload')}
      </Button>
    </div>
  );
}
