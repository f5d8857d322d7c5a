import { atOnce, isStep, type Steps } from '../../../../shared/domain/steps.ts';

/** How people hold spaces together; counts alone, because a bridge may be one exhausted person. */
export interface Bridging {
  /** People with any tie. */
  readonly people: number;
  /** People with ties in two or more spaces. */
  readonly inSeveralSpaces: number;
  /** People whose removal would leave two spaces without any chain of shared people between them. */
  readonly onlyLinks: number;
}

/**
 * Counts bridges among ties given as parallel lists: who, with whom, in which space. A tie to oneself is none.
 * Two spaces are linked by a person with ties in both, so the only links are the articulation points, among people, of
 * the graph that joins people to the spaces of their ties. Time and memory grow with the ties alone; no recursion, so
 * a chain of any length is safe. Source: Tarjan 1972; health.md R11.
 */
export function bridging(from: ArrayLike<number>, to: ArrayLike<number>, spaces: ArrayLike<number>): Bridging {
  return atOnce(bridgingInSteps(from, to, spaces));
}

/** The same in steps. */
export function* bridgingInSteps(
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  spaces: ArrayLike<number>,
): Steps<Bridging> {
  const graph = yield* joinPeopleToSpaces(from, to, spaces);
  yield;
  let inSeveralSpaces = 0;
  for (let person = 0; person < graph.people; person += 1) {
    if (degreeOf(graph, person) > 1) inSeveralSpaces += 1;
  }
  return { people: graph.people, inSeveralSpaces, onlyLinks: yield* countOnlyLinks(graph) };
}

/** Neighbours of node i: `neighbours` from `starts[i]` up to `starts[i + 1]`. People come first, then spaces. */
interface Graph {
  readonly people: number;
  readonly nodes: number;
  readonly starts: Int32Array;
  readonly neighbours: Int32Array;
}

function degreeOf({ starts }: Graph, node: number): number {
  return (starts[node + 1] ?? 0) - (starts[node] ?? 0);
}

function* joinPeopleToSpaces(from: ArrayLike<number>, to: ArrayLike<number>, spaces: ArrayLike<number>): Steps<Graph> {
  const spacesOf = new Map<number, Set<number>>();
  const spaceNumbers = new Map<number, number>();
  const join = (person: number, space: number) => {
    const own = spacesOf.get(person);
    if (own) own.add(space);
    else spacesOf.set(person, new Set([space]));
  };
  for (let at = 0; at < from.length; at += 1) {
    if (isStep(at)) yield;
    const [a, b, space] = [from[at] ?? 0, to[at] ?? 0, spaces[at] ?? 0];
    if (a === b) continue;
    if (!spaceNumbers.has(space)) spaceNumbers.set(space, spaceNumbers.size);
    join(a, space);
    join(b, space);
  }
  const people = spacesOf.size;
  const edges = [...spacesOf.values()].flatMap((own, person) =>
    [...own].map((space) => [person, people + (spaceNumbers.get(space) ?? 0)] as const),
  );
  return { people, ...adjacency(people + spaceNumbers.size, edges) };
}

function adjacency(nodes: number, edges: readonly (readonly [number, number])[]) {
  const starts = new Int32Array(nodes + 1);
  for (const [a, b] of edges) {
    starts[a + 1] = (starts[a + 1] ?? 0) + 1;
    starts[b + 1] = (starts[b + 1] ?? 0) + 1;
  }
  for (let node = 0; node < nodes; node += 1) starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  const next = starts.slice();
  const neighbours = new Int32Array(edges.length * 2);
  const put = (node: number, neighbour: number) => {
    const at = next[node] ?? 0;
    neighbours[at] = neighbour;
    next[node] = at + 1;
  };
  for (const [a, b] of edges) {
    put(a, b);
    put(b, a);
  }
  return { nodes, starts, neighbours };
}

/** Every walk starts at a space, so a person is never a root and needs no rule of their own. */
function* countOnlyLinks(graph: Graph): Steps<number> {
  const walk: Walk = {
    order: new Int32Array(graph.nodes),
    low: new Int32Array(graph.nodes),
    next: graph.starts.slice(),
    path: [],
    seen: 0,
    links: new Set(),
  };
  for (let space = graph.people; space < graph.nodes; space += 1) {
    if (walk.order[space] === 0) yield* walkFrom(space, graph, walk);
  }
  return walk.links.size;
}

/** State of Tarjan's depth-first walk: `order` is 0 until a node is seen, `low` the earliest node reached from below it. */
interface Walk {
  readonly order: Int32Array;
  readonly low: Int32Array;
  readonly next: Int32Array;
  readonly path: number[];
  readonly links: Set<number>;
  seen: number;
}

function* walkFrom(root: number, graph: Graph, walk: Walk): Steps<void> {
  let taken = 0;
  enter(root, walk);
  for (let node = walk.path.at(-1); node !== undefined; node = walk.path.at(-1)) {
    taken += 1;
    if (isStep(taken)) yield;
    const at = walk.next[node] ?? 0;
    if (at === graph.starts[node + 1]) {
      leave(node, graph.people, walk);
      continue;
    }
    walk.next[node] = at + 1;
    const neighbour = graph.neighbours[at] ?? 0;
    if (walk.order[neighbour] === 0) enter(neighbour, walk);
    // The node one came from counts too: it cannot lower the value below what the test for a link compares with.
    else lower(node, walk.order[neighbour] ?? 0, walk);
  }
}

function enter(node: number, walk: Walk): void {
  walk.seen += 1;
  walk.order[node] = walk.seen;
  walk.low[node] = walk.seen;
  walk.path.push(node);
}

function leave(node: number, people: number, walk: Walk): void {
  walk.path.pop();
  const above = walk.path.at(-1);
  if (above === undefined) return;
  const low = walk.low[node] ?? 0;
  lower(above, low, walk);
  if (above < people && low >= (walk.order[above] ?? 0)) walk.links.add(above);
}

function lower(node: number, reached: number, walk: Walk): void {
  if (reached < (walk.low[node] ?? 0)) walk.low[node] = reached;
}
