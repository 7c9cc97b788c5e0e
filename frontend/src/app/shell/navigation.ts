import type { Permission } from '@/lib/api/me';

export interface NavItem {
  to: string;
  label: string;
  needs?: Permission;
  /** Marked only on this very page, not on those below it. */
  end?: boolean;
  /** Only for those whose scope is wider than one county. */
  wide?: boolean;
}

export interface NavGroup {
  label?: string;
  items: NavItem[];
}

/** The menu, in the order of use. */
export const navigation: NavGroup[] = [
  { items: [{ to: '/', label: 'nav.desk', end: true }] },
  {
    label: 'nav.groupVisits',
    items: [
      { to: '/visit-plans', label: 'nav.visitPlans', needs: 'visitplan:read' },
      { to: '/visits', label: 'nav.visits', needs: 'visit:read' },
      { to: '/draws', label: 'nav.draws', needs: 'draw:read' },
      { to: '/school-visits', label: 'nav.schoolVisits', needs: 'visitrecord:answer' },
      { to: '/monthly', label: 'nav.monthly', needs: 'report:read' },
      { to: '/work-log', label: 'nav.workLog', needs: 'report:open' },
      { to: '/school-views', label: 'nav.schoolViews', needs: 'schoolview:read' },
      { to: '/complaints', label: 'nav.complaints', needs: 'complaint:read' },
    ],
  },
  {
    label: 'nav.groupInspectors',
    items: [
      { to: '/inspectors', label: 'nav.inspectors', needs: 'inspector:read' },
      { to: '/zones', label: 'nav.zones', needs: 'zone:read' },
      { to: '/appraisals', label: 'nav.appraisals', needs: 'appraisal:read' },
    ],
  },
  {
    label: 'nav.groupRules',
    items: [
      { to: '/key-points', label: 'nav.keyPoints', needs: 'visitplan:read' },
      { to: '/supervision-rules', label: 'nav.supervisionRules', needs: 'visitplan:read' },
      { to: '/innovation', label: 'nav.innovation', needs: 'innovation:read' },
      { to: '/index-systems', label: 'nav.indexSystems', needs: 'index:read' },
    ],
  },
  {
    label: 'nav.groupRectification',
    items: [
      { to: '/rectification', label: 'nav.ledger', needs: 'finding:read', end: true },
      { to: '/rectification/notices', label: 'nav.notices', needs: 'finding:read' },
      { to: '/rectification/records', label: 'nav.records', needs: 'finding:read' },
      { to: '/rectification/terms', label: 'nav.terms', needs: 'notice:draft' },
    ],
  },
  {
    label: 'nav.groupDocuments',
    items: [
      { to: '/documents', label: 'nav.documents', needs: 'document:read' },
      { to: '/document-templates', label: 'nav.templates', needs: 'template:edit' },
    ],
  },
  {
    label: 'nav.groupEvidence',
    items: [
      { to: '/evidence', label: 'nav.evidence', needs: 'evidence:read' },
      { to: '/archives', label: 'nav.archives', needs: 'archive:read' },
      { to: '/archives/asked', label: 'nav.asked', needs: 'archive:answer' },
    ],
  },
  {
    label: 'nav.groupBalance',
    items: [
      { to: '/balance', label: 'nav.balance', needs: 'balance:read' },
      { to: '/runs', label: 'nav.runs', needs: 'balance:read' },
      { to: '/plans', label: 'nav.plans', needs: 'balance:read' },
      { to: '/rollup', label: 'nav.rollup', needs: 'rollup:run', wide: true },
      { to: '/frameworks', label: 'nav.frameworks', needs: 'balance:read' },
    ],
  },
  {
    label: 'nav.groupData',
    items: [
      { to: '/schools', label: 'nav.schools', needs: 'school:read' },
      { to: '/figures', label: 'nav.figures', needs: 'school:read' },
      { to: '/imports', label: 'nav.imports', needs: 'import:run' },
      { to: '/regions', label: 'nav.regions', needs: 'school:read' },
      { to: '/facts', label: 'nav.facts', needs: 'school:read' },
    ],
  },
  {
    label: 'nav.groupSystem',
    items: [
      { to: '/accounts', label: 'nav.accounts', needs: 'account:manage' },
      { to: '/audit', label: 'nav.audit', needs: 'audit:read' },
    ],
  },
];
