import type zh from './handInZh';

const handIn: typeof zh = {
  title: 'Hand in records from a phone',
  lead: 'When an inspector’s phone cannot get online, export a file from its outbox and hand it in here.',
  state: 'Exported by {{name}} at {{at}}: {{n, counted(one: record; other: records)}}, {{received}} received',
  open: 'Hand in from a phone',
  file: 'File exported by a phone',
  hint: 'The zip from the phone’s outbox. It is only read here until you hand it in',
  records: 'Visit records in the file',
  note: 'They count as the inspector’s own. Handing in twice makes no second one, nor does the phone when it is back online.',
  none: 'The file holds no visit records.',
  startedAt: 'Checked in',
  findings: 'Findings',
  files: 'Photos and voice notes',
  waiting: 'Not handed in',
  draft: 'Draft, not finished by the inspector; tick it once confirmed',
  sending: 'Being sent',
  before: 'Already received {{at}}; tick it to send photos that are missing',
  received: 'Received {{at}}',
  failed: 'Not taken',
  fileMissing: '“{{name}}” did not arrive: {{why}}',
  notInFile: 'its content is not in the exported file; export again from the phone',
  do: 'Hand in {{n}}',
  fault: {
    notZip: 'This is not a zip file. Choose the file exported from the phone’s outbox.',
    notOurs: 'This file was not exported by a phone. Choose the file exported from the phone’s outbox.',
    newer: 'This file comes from a newer version of the phone client. Update the server first.',
    damaged: 'The file is damaged, perhaps cut short. Export it again from the phone.',
  },
};

export default handIn;
