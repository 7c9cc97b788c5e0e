import type { SameKeys } from '@/lib/i18n/locale';
import type zh from './zh';

const en: SameKeys<typeof zh> = {
  points: 'Points',
  unit: 'points',
  progress: '{{done}} of {{total}} answered',
  noItems: 'No items yet.',
  previous: 'Back',
  next: 'Next',
  itself: 'The system fetches this; nothing to fill in.',
  photo: 'One more photo ({{count}} taken)',
  photoMissing: 'Take a photo ({{count}} taken, {{missing}} to go)',
  notApplicable: 'Does not apply',
  optionPoints: '{{name}} ({{points}} points)',
  give: 'Marks',
  measured: 'Figure',
  write: 'What was seen',
  locate: 'Record where we are',
  located: 'Recorded: {{longitude}} E, {{latitude}} N',
  less: '{{name}} once less',
  more: '{{name}} once more',
  times: 'How often {{name}}',
  drop: 'Drop: {{name}}',
  freeAmount: '{{name}}: amount of one’s own',
  freeReason: '{{name}}: reason of one’s own',
  reason: 'Reason',
  deduct: 'Deduct',
  add: 'Add',
  nothingOff: 'Nothing to deduct',
  nothingMore: 'Nothing to add',
  fullOf: 'full marks {{full}}',
  bonusOf: 'at most {{full}} more',
  how: {
    atLeast: 'at least {{standard}}{{unit}}',
    atMost: 'at most {{standard}}{{unit}}',
    deduct: '{{name}}, {{amount}} off each time',
    add: '{{name}}, {{amount}} more each time',
    cap: ' (at most {{cap}})',
    photos: 'at least {{count}} photos',
    veto: {
      YES: 'yes vetoes everything',
      NO: 'no vetoes everything',
      NOT_MET: 'missing the standard vetoes everything',
    },
  },
};

export default en;
