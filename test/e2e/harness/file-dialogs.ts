import type { ElectronApplication } from '@playwright/test';

/** What the system's file dialogs answer from now on: a path, or null where the person changes their mind. */
export interface DialogAnswers {
  /** For dialogs that open a file or a folder. */
  readonly open?: string | null;
  readonly save?: string | null;
}

/** Answers the system's own dialogs, which no test driver can click, in place of a person. */
export async function answerDialogs(
  app: ElectronApplication,
  { open = null, save = null }: DialogAnswers,
): Promise<void> {
  await app.evaluate(
    ({ dialog }, [opened, saved]) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: opened === null, filePaths: opened === null ? [] : [opened as string] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: saved === null, filePath: (saved as string) ?? '' });
    },
    [open, save] as const,
  );
}
