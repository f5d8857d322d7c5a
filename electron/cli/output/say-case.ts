import type { CaseView } from '../../../shared/ipc/topics/case.ts';
import type { Printer } from './printer.ts';
import { safeText } from './safe-text.ts';

/** A case as text. Reported words stay covered until they are asked for: reading on a shared screen must be a choice. */
export function sayCase(view: CaseView, print: Printer, uncover: boolean): string {
  const covered = (text: string) => {
    if (text === '') return '-';
    return uncover ? safeText(text) : print.t('covered', { count: [...text].length });
  };
  const lines = [
    print.t('caseHead', {
      name: view.name,
      category: print.t(`category.${view.category}`),
      state: print.t(`state.${view.state}`),
    }),
    print.t('caseAbout', { name: safeText(view.member.name), handle: safeText(view.member.handle) }),
    print.t('caseHistory', { count: view.member.reportsAbout, upheld: print.number(view.member.reportsAboutUpheld) }),
    '',
    print.t('caseReports', { count: view.reports.length }),
    ...view.reports.flatMap((report) => [
      `  ${print.date(report.createdAt)}  ${print.t(`category.${report.categoryReceived}`)}  ${report.reporter.handle === null ? print.t('reporterUnknown') : safeText(report.reporter.handle)}  ${covered(report.comment)}`,
      ...report.notes.map(
        (note) =>
          `    ${print.t('colleagueNote')}  ${note.writtenAt === null ? '-' : print.date(note.writtenAt)}  ${note.author === null ? '-' : safeText(note.author)}  ${covered(note.body)}`,
      ),
    ]),
    '',
    print.t('caseSubjects', { count: view.subjects.length }),
    ...view.subjects.flatMap((subject) => {
      const latest = subject.versions.at(-1);
      return [
        `  ${print.t(`presence.${subject.presence}`)}  ${latest ? covered([latest.spoiler, latest.text].filter(Boolean).join('\n')) : '-'}`,
      ];
    }),
  ];
  if (view.policies.length > 0) {
    lines.push(
      '',
      print.t('casePolicies'),
      ...view.policies.map((policy) => `  ${policy.policyId}  ${safeText(policy.title)}`),
    );
  }
  if (view.notes.length > 0) {
    lines.push(
      '',
      print.t('caseNotes'),
      ...view.notes.map((note) => `  ${print.date(note.createdAt)}  ${safeText(note.author)}  ${safeText(note.body)}`),
    );
  }
  if (view.decisions.length > 0) {
    lines.push(
      '',
      print.t('caseDecisions'),
      ...view.decisions.map(
        (one) =>
          `  ${one.decisionId}  ${print.date(one.decidedAt)}  ${print.t(`finding.${one.finding}`)}  ${print.t(`personEffect.${one.personEffect}`)}${one.undoneAt === null ? '' : `  ${print.t('takenBack')}`}`,
      ),
    );
  }
  return lines.join('\n');
}
