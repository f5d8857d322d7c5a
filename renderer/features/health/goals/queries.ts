import { useMutation, useQuery } from '@tanstack/react-query';
import { call, type Input, type Output } from '../../../app/api.ts';
import { useLongQuery } from '../../../app/jobs/use-long-query.ts';

/** Goals and notices as the data process tells them. */
export type Goals = Output<'goals.list'>;
/** The numbers that can have a goal, and the metrics without one. */
export type GoalMetrics = Output<'goals.metrics'>;
export type Goal = Goals['goals'][number];
export type Note = Output<'annotations.list'>[number];

/** Goals of a community. Kept under `health`: new activities and records move the numbers that goals are judged by. */
export function useGoals(communityId: number) {
  return useLongQuery({
    queryKey: ['health', 'goals', communityId],
    ask: (jobId) => call('goals.list', { communityId, jobId }),
  });
}

/** Metrics that can have a goal: counting all of them is long, so only who sets a goal asks. */
export function useGoalMetrics(communityId: number) {
  return useLongQuery({
    queryKey: ['health', 'goal-metrics', communityId],
    ask: (jobId) => call('goals.metrics', { communityId, jobId }),
  });
}

export function useSaveGoal() {
  return useMutation({ mutationFn: (input: Input<'goals.save'>) => call('goals.save', input) });
}

export function useRemoveGoal() {
  return useMutation({ mutationFn: (input: Input<'goals.remove'>) => call('goals.remove', input) });
}

/** Puts a removed goal back as it was. */
export function useRestoreGoal() {
  return useMutation({ mutationFn: (input: Input<'goals.restore'>) => call('goals.restore', input) });
}

export function useDismissNotice() {
  return useMutation({ mutationFn: (input: Input<'goals.dismiss'>) => call('goals.dismiss', input) });
}

/** What the community did, by date. */
export function useNotes(communityId: number) {
  return useQuery({
    queryKey: ['goals', 'notes', communityId],
    queryFn: () => call('annotations.list', { communityId }),
  });
}

export function useAddNote() {
  return useMutation({ mutationFn: (input: Input<'annotations.add'>) => call('annotations.add', input) });
}

export function useRemoveNote() {
  return useMutation({ mutationFn: (input: Input<'annotations.remove'>) => call('annotations.remove', input) });
}
