import type zh from './zh';

const en: typeof zh = {
  title: 'Audit trail',
  state:
    '{{total}} {{total, plural(one: record; other: records)}} of who did what, when and from where; only ever added to',
  label: 'Audit trail',
  search: 'Name, login, identifier or content',
  empty: 'No record matches',
  at: 'Time',
  actor: 'Person',
  action: 'Action',
  subject: 'Thing',
  source: 'Address',
  changes: 'Content',
  system: 'System',
  until: '{{from}} became {{to}}',
  none: 'empty',
  days: 'Dates',
  record: 'One record',
  called: 'Title',
  today: '{{title}} (today’s name)',
  id: 'Identifier',
  role: 'Role',
  region: 'Region',
  chain: 'Place in the chain',
  place: '{{day}}, number {{seq}}',
  waiting: 'Not linked yet; done automatically soon',
  all: 'All records about it',
  check: 'Check',
  checkTitle: 'Check of the audit chain',
  holds: 'The chain holds: none of {{records}} {{records, plural(one: record; other: records)}} was altered',
  broken: 'The chain does not hold in {{faults}} {{faults, plural(one: place; other: places)}}',
  brokenHelp:
    'Keep the database as it is and find out with your operator who changed it outside the program.',
  headHelp:
    'Note a day’s hash elsewhere, on paper for instance: ./dudao audit HASH then proves later that nothing up to that day was changed.',
  day: 'Day',
  records: 'Records',
  head: 'Hash of the day',
  faults: {
    CHANGED: 'The record is not what was linked',
    MISSING: 'The record is gone',
    BROKEN: 'The chain is broken here',
    UNLINKED: 'The record is not in the chain',
  },
  fault: 'Fault',
};

export default en;
