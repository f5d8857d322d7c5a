import type { ReportCategory } from '../../../shared/domain/report.ts';
import type { SettingValueOf } from '../../../shared/settings/settings.ts';

/** Categories whose texts weigh most on the reader. */
const severe: readonly ReportCategory[] = ['crisis', 'outing', 'harassment', 'hate', 'sexual'];

/** Whether a case's texts start covered, by the person's own choice. */
export function coversText(choice: SettingValueOf<'shield.text'>, category: ReportCategory): boolean {
  return choice === 'all' || (choice === 'severe' && severe.includes(category));
}
