import type { SameKeys } from '@/lib/i18n/locale';
import type zh from './trial.zh';

const trial: SameKeys<typeof zh> = {
  title: 'Trial scoring',
};

export default trial;
