import type { SameKeys } from '@/lib/i18n/locale';
import type zh from './zh';

const en: SameKeys<typeof zh> = {
  title: 'My desk',
  state: '{{region}}, {{year}}',
  verdict: { PASS: 'Passes', FAIL: 'Fails', WITHHELD: 'Verdict withheld', NOT_JUDGED: 'Not judged' },
  hello: '{{name}}, {{role}}',
  year: {
    title: 'This school year',
    schools: 'Schools open',
    figures: 'Yearly figures',
    figuresThere: 'there',
    figuresNone: 'not yet',
    computed: 'Last computed',
    computedNone: 'not yet',
    imports: 'Unfinished imports',
    none: 'none',
  },
  balance: {
    title: 'Balance',
    note: 'The newest calculation by each framework',
    none: 'Balance has not been computed for {{year}} yet.',
    go: 'Compute',
    open: 'Open',
    limit: 'limit {{limit}}',
    over: 'coefficients above the limit: {{count}}',
    noneOver: 'coefficients within the limit',
    composite: 'composite {{value}}, limit {{limit}}',
    short: 'schools below standard: {{count}}',
    noneShort: 'all schools meet the standard',
    someUnjudged: 'schools that cannot be judged: {{count}}',
    missing: 'figures missing: {{count}}',
  },
  waiting: {
    title: 'Waiting for me',
    none: 'Nothing is waiting.',
    map: 'Import “{{file}}”: columns to be matched',
    commit: 'Import “{{file}}” is checked and to be written: {{clean}} rows clean, {{errors}} with errors',
    upload: 'Import “{{file}}” is to be checked',
    missing: '{{stage}}: no verdict, {{count}} figures missing',
    since: 'since {{time}}',
    compute: 'Figures of {{year}} are there, balance is not computed yet',
  },
  jobs: {
    title: 'Jobs under way and just ended',
    none: 'No recent jobs.',
    kind: {
      importCheck: 'Checking an import',
      importCommit: 'Writing an import',
      rollup: 'Roll-up',
      other: 'Job',
    },
  },
  links: {
    title: 'Often used',
    schools: 'Schools',
    figures: 'Yearly figures',
    import: 'Import',
    balance: 'County balance',
    rollup: 'Roll-up',
  },
};

export default en;
