import type { SameKeys } from '@/lib/i18n/locale';
import type zh from './edit.zh';

const edit: SameKeys<typeof zh> = {
  newIndicator: 'New indicator',
  newItem: 'New item',
};

export default edit;
