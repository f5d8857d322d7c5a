import { describe, expect, it } from 'vitest';
import { chosenAmong } from '../../../renderer/app/communities/chosen-among.ts';
import type { Community } from '../../../shared/domain/community.ts';

const of = (...ids: number[]) => ids.map((id) => ({ id, name: `Community ${id}` }) as Community);

describe('the community that a screen is about', () => {
  it('is the one chosen, else the first', () => {
    expect(chosenAmong(of(3, 5), 5)?.id).toBe(5);
    expect(chosenAmong(of(3, 5), null)?.id).toBe(3);
  });

  it('is the first again when the one chosen has gone, and none where there is none', () => {
    expect(chosenAmong(of(3, 5), 4)?.id).toBe(3);
    expect(chosenAmong([], 4)).toBeNull();
  });
});
