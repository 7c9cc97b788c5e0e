import { useTranslation } from 'react-i18next';
import { Mark, type Tone } from '@/components/states/Mark';

const tone: Record<string, Tone> = {
  COMMITTED: 'done',
  CHECKED: 'dueSoon',
  NEEDS_MAPPING: 'dueSoon',
  FAILED: 'failing',
  INTERRUPTED: 'failing',
  DISCARDED: 'quiet',
};

export function StateMark({ state }: { state: string }) {
  const { t } = useTranslation('imports');
  return (
    <Mark plain tone={tone[state] ?? 'accent'}>
      {t(`state.${state}`)}
    </Mark>
  );
}
