import type { IndexItem, IndexNode } from '@/lib/indexsystem/model';
import { walk, type ItemNode } from '@/lib/indexsystem/tree';

export interface MarkGiven {
  rule: string | null;
  times: number;
  amount: number | null;
  reason: string | null;
  evidence: string[];
}

/** What was found for one item; only what its kind asks for is set. */
export interface ItemAnswer {
  item: string;
  notApplicable: boolean;
  choice: string | null;
  number: number | null;
  text: string | null;
  marks: MarkGiven[] | null;
  longitude: number | null;
  latitude: number | null;
  evidence: string[];
  note: string | null;
  by: string | null;
}
export type Answers = Record<string, ItemAnswer>;

export const emptyAnswer = (item: string): ItemAnswer => ({
  item,
  notApplicable: false,
  choice: null,
  number: null,
  text: null,
  marks: null,
  longitude: null,
  latitude: null,
  evidence: [],
  note: null,
  by: null,
});

/** Items that answer themselves: from the register, or counted by another module. */
export const answersItself = (item: IndexItem): boolean => item.kind === 'FACT' || item.kind === 'COUNT';

/** Whether anything was said, photos aside. */
export function said(item: IndexItem, answer: ItemAnswer | undefined): boolean {
  if (!answer) return false;
  if (answer.notApplicable) return true;
  switch (item.kind) {
    case 'YES_NO':
    case 'CHOICE':
    case 'LETTER':
      return answer.choice !== null;
    case 'POINTS':
    case 'NUMBER':
      return answer.number !== null;
    case 'DEDUCTIONS':
    case 'ADDITIONS':
      return answer.marks !== null;
    case 'TEXT':
      return Boolean(answer.text?.trim());
    case 'PHOTO':
      return answer.evidence.length > 0;
    case 'GPS':
      return answer.longitude !== null;
    default:
      return true;
  }
}

/** Photos still to be taken for this answer. */
export const photosMissing = (item: IndexItem, answer: ItemAnswer | undefined): number =>
  answer?.notApplicable ? 0 : Math.max(0, (item.photos ?? 0) - (answer?.evidence.length ?? 0));

export const complete = (item: IndexItem, answer: ItemAnswer | undefined): boolean =>
  answersItself(item) || (said(item, answer) && photosMissing(item, answer) === 0);

/** Answered, and only photos are still to be taken. */
export const lacksPhotos = (item: IndexItem, answer: ItemAnswer | undefined): boolean =>
  item.kind !== 'PHOTO' && !answersItself(item) && said(item, answer) && photosMissing(item, answer) > 0;

/** Whether an item counts as answered: what is said counts, though a photo is still to be taken. */
export const answered = (item: IndexItem, answer: ItemAnswer | undefined): boolean =>
  complete(item, answer) || lacksPhotos(item, answer);

/** One item with the matter it stands under. */
export interface Line {
  node: ItemNode;
  matter: IndexNode;
}
export function lines(nodes: readonly IndexNode[]): Line[] {
  const found: Line[] = [];
  walk(nodes, (node, above) => {
    if (node.item) found.push({ node: node as ItemNode, matter: above[0] ?? node });
  });
  return found;
}
