import type { CaseId, CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import { communityFacet, kindFacet, type SearchKind } from './index-text.ts';
import { makeExcerpt } from './make-excerpt.ts';
import { matchText, type TextMatch, type TextRange } from './match-text.ts';
import { ftsExpression, parseQuery, type SearchQuery } from './parse-query.ts';
import { readSearchableText } from './searchable-text.ts';

export interface SearchRequest {
  /** As typed. No text makes this throw. */
  readonly query: string;
  /** Empty for all kinds. */
  readonly kinds?: readonly SearchKind[];
  /** Empty for all communities. */
  readonly communityIds?: readonly CommunityId[];
  readonly limit: number;
}

export interface SearchHit {
  readonly kind: SearchKind;
  readonly rowId: number;
  readonly caseId: CaseId | null;
  readonly communityId: CommunityId;
  readonly at: Instant;
  readonly excerpt: string;
  readonly highlights: readonly TextRange[];
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  readonly more: boolean;
}

interface EntryRow {
  id: number;
  kind: SearchKind;
  rowId: number;
  caseId: CaseId | null;
  communityId: CommunityId;
  at: Instant;
}

/**
 * The index gives its newest entries first and can stop there; sorting every match by weight would cost as much as there
 * are matches. So the best are chosen among the newest, which is also what a moderator looks for.
 */
export const searchCandidatesSql = `
  SELECT e.id, e.kind, e.row_id AS rowId, e.case_id AS caseId, e.community_id AS communityId, e.at
  FROM search_index i JOIN search_entries e ON e.id = i.rowid
  WHERE search_index MATCH ? ORDER BY i.rowid DESC LIMIT ?`;

const fewestCandidates = 200;

/** Finds texts: whole words before beginnings of words, people and reports before contents, new before old. */
export function search(db: ReadDb, request: SearchRequest): SearchResult {
  const query = parseQuery(request.query);
  if (query.phrases.length === 0) return { hits: [], more: false };
  const wanted = Math.max(fewestCandidates, request.limit + 1);
  const rows = statement<EntryRow>(db, searchCandidatesSql).all(expressionFor(query, request), wanted);
  const candidates = rows.flatMap((row) => {
    const text = readSearchableText(db, row.kind, row.rowId);
    return text === undefined ? [] : [{ row, text, match: matchText(text, query) }];
  });
  candidates.sort((a, b) => weightOf(b) - weightOf(a) || b.row.at - a.row.at || b.row.id - a.row.id);
  const hits = candidates.slice(0, request.limit).map(({ row, text, match }) => toHit(row, text, match));
  return { hits, more: candidates.length > request.limit };
}

/**
 * From what was found to the cases about it, never the other way round: left to itself SQLite goes through every case and
 * looks for its author among what was found.
 */
export const searchCasesSql = `
  WITH found AS MATERIALIZED (
    SELECT e.kind, e.row_id, e.case_id FROM search_index i JOIN search_entries e ON e.id = i.rowid
    WHERE search_index MATCH ? ORDER BY i.rowid DESC LIMIT 10000)
  SELECT case_id AS id FROM found WHERE case_id IS NOT NULL
  UNION SELECT c.id FROM found f CROSS JOIN cases c ON f.kind = 'member' AND c.author_member_id = f.row_id
  ORDER BY id DESC LIMIT ?`;

/**
 * The cases in which something matches, newest first and at most `limit`: for a queue that is narrowed to a search. A
 * member's name leads to every case about that member.
 */
export function searchCases(db: ReadDb, request: SearchRequest): readonly CaseId[] {
  const query = parseQuery(request.query);
  if (query.phrases.length === 0) return [];
  return statement<{ id: CaseId }>(db, searchCasesSql)
    .all(expressionFor(query, request), request.limit)
    .map(({ id }) => id);
}

function expressionFor(query: SearchQuery, { kinds = [], communityIds = [] }: SearchRequest): string {
  const facets = [kinds.map(kindFacet), communityIds.map(communityFacet)];
  return ftsExpression(
    query,
    facets.filter((words) => words.length > 0),
  );
}

const kindWeight: Readonly<Record<SearchKind, number>> = { member: 2, report: 1, note: 1, snapshot: 0 };

function weightOf({ row, match }: { readonly row: EntryRow; readonly match: TextMatch }): number {
  return match.wholeWords * 3 + kindWeight[row.kind];
}

function toHit(row: EntryRow, text: string, match: TextMatch): SearchHit {
  const excerpt = makeExcerpt(text, match.ranges);
  const { kind, rowId, caseId, communityId, at } = row;
  return { kind, rowId, caseId, communityId, at, excerpt: excerpt.text, highlights: excerpt.highlights };
}
