/** A node of pandoc's tree of a document. */
export interface PandocNode {
  readonly t: string;
  readonly c?: unknown;
}

/** Every node of that kind, outer before inner. */
export function nodesOf(tree: unknown, kind: string): PandocNode[] {
  if (Array.isArray(tree)) return tree.flatMap((one) => nodesOf(one, kind));
  if (typeof tree !== 'object' || tree === null) return [];
  const own = (tree as PandocNode).t === kind ? [tree as PandocNode] : [];
  return [...own, ...Object.values(tree).flatMap((one) => nodesOf(one, kind))];
}
