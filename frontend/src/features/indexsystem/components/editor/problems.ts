import { ApiProblem } from '@/lib/api/problem';
import { all } from '@/lib/indexsystem/tree';
import type { DraftDocument, DraftNode } from './draft';

/** One thing the server refuses, at the node (or the whole system) and the field it belongs to. */
export interface DraftProblem {
  /** the node it is about; none for the whole system */
  uid: string | undefined;
  /** inside the node: `points`, `item.marks[0].cap`; inside the document: `grades[1].from` */
  path: string;
  message: string;
}

const STEP = /^(?:nodes|children)\[(\d+)\]\.?/;

/** Follows `nodes[1].children[0].points` down to its node; what is left names the field. */
function located(field: string, nodes: DraftNode[]): Omit<DraftProblem, 'message'> {
  let rest = field;
  let at: DraftNode | undefined;
  let below = nodes;
  for (let step = STEP.exec(rest); step; step = STEP.exec(rest)) {
    const next = below[Number(step[1])];
    if (!next) break;
    at = next;
    below = next.children;
    rest = rest.slice(step[0].length);
  }
  return { uid: at?.uid, path: rest };
}

export function draftProblems(error: unknown, draft: DraftDocument): DraftProblem[] {
  if (!(error instanceof ApiProblem)) return [];
  return error.errors.map(({ field, message }) => ({ ...located(field, draft.nodes), message }));
}

/** Problems of nodes that are still there. */
export const standing = (problems: DraftProblem[], draft: DraftDocument): DraftProblem[] => {
  const there = new Set(all(draft.nodes).map((node) => node.uid));
  return problems.filter((problem) => problem.uid === undefined || there.has(problem.uid));
};

/** The id of the field a problem is about, to go there by a link. */
export const fieldId = (uid: string | undefined, path: string): string =>
  `ix-${uid ?? 'whole'}-${path.replace(/[^\w]+/g, '-')}`;
