import { createCommunities } from './0010-create-communities.ts';
import { createCases } from './0020-create-cases.ts';
import { createDecisions } from './0030-create-decisions.ts';
import { createActivities } from './0040-create-activities.ts';
import { createJournal } from './0050-create-journal.ts';
import { createQueueState } from './0060-create-queue-state.ts';
import { createRuleLanes } from './0070-create-rule-lanes.ts';
import { createMemberBitmaps } from './0080-create-member-bitmaps.ts';
import { createOutreachRecords } from './0090-create-outreach-records.ts';
import { createIdentityLinks } from './0100-create-identity-links.ts';
import { createHealthReleases } from './0110-create-health-releases.ts';
import { dropDayOfFirstWords } from './0120-drop-day-of-first-words.ts';
import { keepUnreadItems } from './0130-keep-unread-items.ts';
import { tellSourcesApart } from './0140-tell-sources-apart.ts';
import { tellClaims } from './0150-tell-claims.ts';
import { keepColleaguesNotes } from './0160-keep-colleagues-notes.ts';
import { sendNotes } from './0170-send-notes.ts';
import { findBadFaith } from './0180-find-bad-faith.ts';
import { countWhatWasSeen } from './0200-count-what-was-seen.ts';
import { tellGoalsApart } from './0220-tell-goals-apart.ts';
import { tellWhoSaidIt } from './0230-tell-who-said-it.ts';
import { countChangesOfSets } from './0250-count-changes-of-sets.ts';
import { sayWhoCounts } from './0260-say-who-counts.ts';
import { sayWhatNoPlatformTells } from './0270-say-what-no-platform-tells.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, oldest first. */
export const migrations: readonly Migration[] = [
  createCommunities,
  createCases,
  createDecisions,
  createActivities,
  createJournal,
  createQueueState,
  createRuleLanes,
  createMemberBitmaps,
  createOutreachRecords,
  createIdentityLinks,
  createHealthReleases,
  dropDayOfFirstWords,
  keepUnreadItems,
  tellSourcesApart,
  tellClaims,
  keepColleaguesNotes,
  sendNotes,
  findBadFaith,
  countWhatWasSeen,
  tellGoalsApart,
  tellWhoSaidIt,
  countChangesOfSets,
  sayWhoCounts,
  sayWhatNoPlatformTells,
];
