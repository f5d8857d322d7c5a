import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { RecordFieldInput } from '../../../renderer/features/records/record-field-input.tsx';
import { consent } from '../../../shared/domain/health/record-fields.ts';
import { recordKindOf } from '../../../shared/domain/health/record-kinds.ts';
import { markupOf } from '../ui/charts/render-chart.tsx';

function boxOf(error: string | undefined): Promise<string> {
  return markupOf(
    <QueryClientProvider client={new QueryClient()}>
      <RecordFieldInput
        communityId={1}
        kind={recordKindOf('attendance')}
        field={consent('attended')}
        value="no"
        error={error}
        onChange={() => undefined}
      />
    </QueryClientProvider>,
  );
}

describe('a box to tick that is wrong', () => {
  it('is tied to what is wrong with it', async () => {
    const markup = await boxOf('Somebody has to say.');
    const input = /<input[^>]*type="checkbox"[^>]*>/.exec(markup)?.[0] ?? '';
    expect(input).toContain('aria-invalid="true"');
    const described = /aria-describedby="([^"]+)"/.exec(input)?.[1]?.split(' ') ?? [];
    const tied = described.filter((id) => new RegExp(`id="${id}"[^>]*>.*Somebody has to say`).test(markup));
    expect(tied).toHaveLength(1);
  });

  it('is not called wrong where nothing is', async () => {
    expect(await boxOf(undefined)).not.toContain('aria-invalid');
  });
});
