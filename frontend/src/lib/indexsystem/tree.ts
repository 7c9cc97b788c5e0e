import type { IndexNode } from './model';

/** Decimal figures are added as decimals: 0.1 + 0.2 is 0.3. */
export const exact = (value: number): number => Math.round(value * 1e6) / 1e6;

export const sum = (values: (number | null)[]): number | null => {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? null : exact(present.reduce((a, b) => a + b, 0));
};

/** Full marks of nodes side by side, bonus not counted; null where nothing is scored. */
export function fullMarks(nodes: readonly IndexNode[]): number | null {
  return sum(nodes.filter((node) => !node.bonus).map((node) => node.points ?? fullMarks(node.children)));
}

/** What the children give together when it is not what the node says. */
export function mismatch(node: IndexNode): { said: number; added: number | null } | undefined {
  if (node.item || node.combine !== 'SUM' || node.points === null) return undefined;
  const added = fullMarks(node.children);
  return added === node.points ? undefined : { said: node.points, added };
}

/** Every node in order, with those above it. */
export function walk<N extends IndexNode>(
  nodes: readonly N[],
  visit: (node: N, above: readonly N[]) => void,
  above: readonly N[] = [],
): void {
  for (const node of nodes) {
    visit(node, above);
    walk(node.children as N[], visit, [...above, node]);
  }
}

export function all<N extends IndexNode>(nodes: readonly N[]): N[] {
  const found: N[] = [];
  walk(nodes, (node) => found.push(node));
  return found;
}

/** An item: what is asked at the end of a branch. */
export type ItemNode = IndexNode & { item: NonNullable<IndexNode['item']> };
export const items = (nodes: readonly IndexNode[]): ItemNode[] =>
  all(nodes).filter((node): node is ItemNode => node.item !== null);

/** The nodes that hold the words, with everything above and below them. */
export function narrowed(nodes: readonly IndexNode[], q: string): IndexNode[] {
  const wanted = q.trim().toLowerCase();
  if (wanted === '') return [...nodes];
  const says = (node: IndexNode) =>
    [node.code, node.nameZh, node.nameEn, node.item?.guideZh, node.item?.guideEn, node.item?.methodZh].some(
      (text) => text?.toLowerCase().includes(wanted),
    );
  return nodes.flatMap((node) => {
    if (says(node)) return [node];
    const children = narrowed(node.children, q);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}
