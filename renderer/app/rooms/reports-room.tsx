import { forgetReportsWhenLocked } from '../../features/reports/forget-when-locked.ts';
import { ReportScreen } from '../../features/reports/report-screen.tsx';

// For as long as the window lives: locking unmounts the room, and it must not keep what was written.
forgetReportsWhenLocked();

/** The room of reports. */
export function ReportsRoom() {
  return <ReportScreen />;
}
