import { useMutation } from '@tanstack/react-query';
import { call, type Input } from '../../app/api.ts';

/** An export that was begun, and the folder a person chose for it. */
export interface StartedReport {
  jobId: string;
  folder: string;
}

/** Asks where to, then begins the export. Answers null where the person changed their mind. */
export function useExportReport() {
  return useMutation({
    mutationFn: async (input: Omit<Input<'reports.export'>, 'folder'>): Promise<StartedReport | null> => {
      const target = await call('app.chooseFolder', { purpose: 'report' });
      if (!target) return null;
      return { ...(await call('reports.export', { ...input, ...target })), ...target };
    },
  });
}

export function useShowFolder() {
  return useMutation({ mutationFn: (folder: string) => call('app.showFolder', { folder }) });
}
