import type { CaseDraft, CaseView } from '../../shared/ipc/topics/case.ts';
import type { CaseReport } from '../../shared/ipc/topics/case-report.ts';

/** A report as a case shows it. */
export function aCaseReport(overrides: Partial<CaseReport> = {}): CaseReport {
  return {
    reportId: 1,
    remoteId: '1',
    state: 'linked',
    remoteState: 'open',
    categoryReceived: 'harassment',
    harmed: null,
    nearby: [],
    categoryCorrected: null,
    rules: [],
    comment: 'please look',
    language: 'en',
    createdAt: 1_000,
    forwarded: false,
    reporter: {
      name: 'Sam',
      handle: '@sam@harbour.example',
      server: 'harbour.example',
      reportsMade: 1,
      reportsUpheld: 0,
      reportsNotUpheld: 0,
      reportsBadFaith: 0,
    },
    assignedTo: null,
    resolvedBy: null,
    subjectIds: [],
    notes: [],
    ...overrides,
  };
}

/** A case with one report, open and free. */
export function aCaseView(overrides: Partial<CaseView> = {}): CaseView {
  return {
    caseId: 1,
    name: 'H-1',
    communityId: 1,
    communityName: 'Harbour',
    platform: 'mastodon',
    state: 'queued',
    category: 'harassment',
    language: 'en',
    priority: 60,
    priorityReasons: [],
    openedAt: 1_000,
    lastReportAt: 1_000,
    waitingUntil: null,
    legalHold: false,
    hasConflict: false,
    version: 1,
    claim: null,
    member: {
      memberId: 1,
      name: 'Rowan',
      handle: '@rowan@harbour.example',
      server: 'harbour.example',
      isBot: false,
      isStaff: false,
      accountState: 'active',
      joinedAt: null,
      profileText: '',
      counts: {},
      countsReadAt: null,
      reportsAbout: 1,
      reportsAboutUpheld: 0,
      earlier: [],
    },
    reports: [aCaseReport()],
    subjects: [],
    notes: [],
    decisions: [],
    events: [],
    policies: [],
    capabilities: null,
    canRemovePosts: false,
    draft: null,
    ...overrides,
  };
}

/** A draft with a finding and a reason. */
export function aDraft(overrides: Partial<CaseDraft> = {}): CaseDraft {
  return {
    finding: 'upheld',
    policyId: 1,
    severity: null,
    personEffect: 'silence',
    reasonInternal: 'asked to stop and went on',
    reasonPerson: '',
    notifyPerson: true,
    removePosts: false,
    note: '',
    ...overrides,
  };
}
