import { useState } from 'react';
import { chosenAmong } from './chosen-among.ts';
import { useCommunities } from './use-communities.ts';

/** The community that a screen is about, and what its menu needs to choose another one. */
export function useChosenCommunity() {
  const communities = useCommunities();
  const [chosen, setChosen] = useState<number | null>(null);
  const all = communities.data ?? [];
  const community = chosenAmong(all, chosen);
  return {
    communities,
    community,
    menu: {
      value: community === null ? null : String(community.id),
      options: all.map(({ id, name }) => ({ id: String(id), label: name })),
      onChange: (id: string) => setChosen(Number(id)),
    },
  };
}
