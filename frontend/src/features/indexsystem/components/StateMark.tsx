import { useTranslation } from 'react-i18next';
import { Mark, type Tone } from '@/components/states/Mark';
import type { State } from '@/lib/indexsystem/model';

const tones: Record<State, Tone> = { DRAFT: 'dueSoon', PUBLISHED: 'done', RETIRED: 'quiet' };

export function StateMark({ state }: { state: State }) {
  const { t } = useTranslation('indexsystem');
  return (
    <Mark plain tone={tones[state]}>
      {t(`state.${state}`)}
    </Mark>
  );
}
