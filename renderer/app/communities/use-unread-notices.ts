import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../api.ts';

/** Communities with a notice about a goal that nobody has read. */
export function useUnreadNotices(): readonly number[] {
  const { data } = useQuery({ queryKey: ['notices', 'unread'], queryFn: () => call('goals.unread', {}) });
  return data?.communityIds ?? [];
}

/** Notes that the notices of a community were read, once they stand on the screen. */
export function useReadNotices(communityId: number, isShown: boolean): void {
  const isUnread = useUnreadNotices().includes(communityId);
  const { mutate } = useMutation({ mutationFn: () => call('goals.read', { communityId }) });
  useEffect(() => {
    if (isUnread && isShown) mutate();
  }, [isUnread, isShown, mutate]);
}
