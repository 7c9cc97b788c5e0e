import type { County } from '../pages/county';

interface Props {
  county: County;
  indicator: string;
  school?: string;
  onClose: () => void;
}

export function ExplanationDrawer(props: Props) {
  void props;
  return null;
}
