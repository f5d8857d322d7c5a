import type { Migration } from './migration.ts';

/**
 * What coordinators write down or import: how people come, meet, act and help, anonymous surveys, and benchmarks. How
 * accounts ended, when people joined and what spaces are for stand with members and spaces.
 */
export const createOutreachRecords: Migration = {
  version: 90,
  name: 'create-outreach-records',
  up: (db) => db.exec(schema),
};

// Days are local day numbers from 1990-01-01 (7305) to 2100-12-31 (47846). What only makes sense with its parent goes with
// it; a parent that is merely mentioned can't go while it is.
const schema = `
  CREATE TABLE partners (
    id INTEGER PRIMARY KEY,
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL
      CHECK (kind IN ('support-group', 'charity', 'school', 'health-service', 'public-body', 'business', 'other')),
    since INTEGER NOT NULL CHECK (since BETWEEN 7305 AND 47846),
    until INTEGER CHECK (until BETWEEN since AND 47846),
    UNIQUE (community_id, name)
  ) STRICT;

  CREATE TABLE join_routes (
    id INTEGER PRIMARY KEY,
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('partner', 'event', 'campaign', 'friend', 'search', 'other')),
    partner_id INTEGER REFERENCES partners (id),
    UNIQUE (community_id, name)
  ) STRICT;

  -- A count of people invited, never who.
  CREATE TABLE route_invitations (
    id INTEGER PRIMARY KEY,
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    route_id INTEGER NOT NULL REFERENCES join_routes (id) ON DELETE CASCADE,
    day INTEGER NOT NULL CHECK (day BETWEEN 7305 AND 47846),
    people INTEGER NOT NULL CHECK (people >= 0),
    UNIQUE (route_id, day)
  ) STRICT;
  CREATE INDEX route_invitations_by_community ON route_invitations (community_id);

  -- Only with the person's consent; a row without it can't be.
  CREATE TABLE member_routes (
    id INTEGER PRIMARY KEY,
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL UNIQUE REFERENCES members (id) ON DELETE CASCADE,
    route_id INTEGER NOT NULL REFERENCES join_routes (id) ON DELETE CASCADE,
    consent INTEGER NOT NULL CHECK (consent = 1)
  ) STRICT;
  CREATE INDEX member_routes_by_community ON member_routes (community_id);
  CREATE INDEX member_routes_by_route ON member_routes (route_id);

  CREATE TABLE outreach_events (
    id INTEGER PRIMARY KEY,
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('book-club', 'discussion-group', 'workshop', 'march', 'webinar', 'other')),
    series TEXT,
    day INTEGER NOT NULL CHECK (day BETWEEN 7305 AND 47846),
    partner_id INTEGER REFERENCES partners (id),
    UNIQUE (community_id, name, day)
  ) STRICT;

  CREATE TABLE event_attendance (
    id INTEGER PRIMARY KEY,
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    event_id INTEGER NOT NULL REFERENCES outreach_events (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    registered INTEGER NOT NULL CHECK (registered IN (0, 1)),
    attended INTEGER NOT NULL CHECK (attended IN (0, 1)),
    minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
    UNIQUE (event_id, member_id)
  ) STRICT;
  CREATE INDEX event_attendance_by_community ON event_attendance (community_id);
  CREATE INDEX event_attendance_by_member ON event_attendance (member_id);

  -- delivered: asks delivered as a plain count, where people were not logged.
  CREATE TABLE campaigns (
    id INTEGER PRIMARY KEY,
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('petition', 'letters', 'fundraising', 'webinar', 'march', 'other')),
    start_day INTEGER NOT NULL CHECK (start_day BETWEEN 7305 AND 47846),
    end_day INTEGER CHECK (end_day BETWEEN start_day AND 47846),
    partner_id INTEGER REFERENCES partners (id),
    delivered INTEGER CHECK (delivered >= 0),
    UNIQUE (community_id, name)
  ) STRICT;

  -- amount in the smallest unit of the campaign's currency.
  CREATE TABLE campaign_participation (
    id INTEGER PRIMARY KEY,
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    day INTEGER NOT NULL CHECK (day BETWEEN 7305 AND 47846),
    step TEXT NOT NULL CHECK (step IN ('asked', 'opened', 'clicked', 'completed', 'gave', 'organised')),
    amount INTEGER CHECK (amount >= 0),
    UNIQUE (campaign_id, member_id, day, step)
  ) STRICT;
  CREATE INDEX campaign_participation_by_community ON campaign_participation (community_id);
  CREATE INDEX campaign_participation_by_member ON campaign_participation (member_id);

  CREATE TABLE resources (
    id INTEGER PRIMARY KEY,
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL
      CHECK (kind IN ('helpline', 'counselling', 'health', 'housing', 'legal', 'money', 'learning', 'other')),
    UNIQUE (community_id, name)
  ) STRICT;

  -- How many people opened a resource in a month: asking for help is nobody's business, so there is no log of who did.
  CREATE TABLE resource_use (
    id INTEGER PRIMARY KEY,
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    resource_id INTEGER NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
    month INTEGER NOT NULL CHECK (month BETWEEN 7305 AND 47846),
    people INTEGER NOT NULL CHECK (people >= 0),
    partner_id INTEGER REFERENCES partners (id)
  ) STRICT;
  CREATE UNIQUE INDEX resource_use_once ON resource_use (resource_id, month, coalesce(partner_id, 0));
  CREATE INDEX resource_use_by_community ON resource_use (community_id);

  CREATE TABLE mentorships (
    id INTEGER PRIMARY KEY,
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    mentor_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    mentee_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE CHECK (mentee_id <> mentor_id),
    start_day INTEGER NOT NULL CHECK (start_day BETWEEN 7305 AND 47846),
    end_day INTEGER CHECK (end_day BETWEEN start_day AND 47846),
    UNIQUE (mentor_id, mentee_id, start_day)
  ) STRICT;
  CREATE INDEX mentorships_by_community ON mentorships (community_id);
  CREATE INDEX mentorships_by_mentee ON mentorships (mentee_id);

  CREATE TABLE member_roles (
    id INTEGER PRIMARY KEY,
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('moderator', 'host', 'mentor', 'board')),
    start_day INTEGER NOT NULL CHECK (start_day BETWEEN 7305 AND 47846),
    end_day INTEGER CHECK (end_day BETWEEN start_day AND 47846),
    UNIQUE (member_id, role, start_day)
  ) STRICT;
  CREATE INDEX member_roles_by_community ON member_roles (community_id);

  -- items: a JSON list of the names of the questions, in the order of every row of answers.
  CREATE TABLE surveys (
    id INTEGER PRIMARY KEY,
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL
      CHECK (kind IN ('feeling-heard', 'sense-of-community', 'event-inclusion', 'wellbeing', 'safety')),
    day INTEGER NOT NULL CHECK (day BETWEEN 7305 AND 47846),
    invited INTEGER CHECK (invited >= 0),
    scale_low INTEGER NOT NULL,
    scale_high INTEGER NOT NULL CHECK (scale_high > scale_low),
    event_id INTEGER REFERENCES outreach_events (id),
    items TEXT NOT NULL DEFAULT '[]',
    UNIQUE (community_id, name)
  ) STRICT;

  -- answers: a JSON list, null where an item was left out. Equal rows are one row with a count, and rows lie in the order
  -- of their answers: nobody can be found by their place in the file.
  CREATE TABLE survey_answers (
    survey_id INTEGER NOT NULL REFERENCES surveys (id) ON DELETE CASCADE,
    answers TEXT NOT NULL,
    people INTEGER NOT NULL CHECK (people >= 1),
    PRIMARY KEY (survey_id, answers)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE benchmarks (
    id INTEGER PRIMARY KEY,
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    question TEXT NOT NULL CHECK (question <> ''),
    answer TEXT NOT NULL CHECK (answer <> ''),
    population TEXT NOT NULL CHECK (population <> ''),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2100),
    place TEXT NOT NULL CHECK (place <> ''),
    wording TEXT NOT NULL CHECK (wording <> ''),
    source TEXT NOT NULL CHECK (source <> ''),
    share REAL NOT NULL CHECK (share BETWEEN 0 AND 100),
    from_age INTEGER CHECK (from_age BETWEEN 0 AND 120),
    to_age INTEGER CHECK (to_age BETWEEN coalesce(from_age, 0) AND 120),
    UNIQUE (community_id, question, answer, population, year, place, source)
  ) STRICT;

  -- Appeals that no platform tells of. reference is the coordinator's own number for one.
  CREATE TABLE appeal_records (
    id INTEGER PRIMARY KEY,
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    reference TEXT NOT NULL CHECK (reference <> ''),
    received_day INTEGER NOT NULL CHECK (received_day BETWEEN 7305 AND 47846),
    decided_day INTEGER CHECK (decided_day BETWEEN received_day AND 47846),
    outcome TEXT CHECK (outcome IN ('upheld', 'overturned', 'partly')),
    CHECK ((decided_day IS NULL) = (outcome IS NULL)),
    UNIQUE (community_id, reference)
  ) STRICT;

  -- Deleting a partner or an event looks for those who mention it.
  CREATE INDEX join_routes_by_partner ON join_routes (partner_id) WHERE partner_id IS NOT NULL;
  CREATE INDEX outreach_events_by_partner ON outreach_events (partner_id) WHERE partner_id IS NOT NULL;
  CREATE INDEX campaigns_by_partner ON campaigns (partner_id) WHERE partner_id IS NOT NULL;
  CREATE INDEX resource_use_by_partner ON resource_use (partner_id) WHERE partner_id IS NOT NULL;
  CREATE INDEX surveys_by_event ON surveys (event_id) WHERE event_id IS NOT NULL;

  -- Lists of people are kept by the name that is shown; members are looked up by it.
  CREATE INDEX members_by_handle ON members (community_id, handle) WHERE handle <> '';

  CREATE TABLE record_imports (
    id INTEGER PRIMARY KEY,
    community_id INTEGER NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'cancelled', 'failed')),
    lines_read INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0,
    already_known INTEGER NOT NULL DEFAULT 0,
    new_members INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    started_at INTEGER NOT NULL,
    finished_at INTEGER
  ) STRICT;
  CREATE INDEX record_imports_by_community ON record_imports (community_id);

  -- Where and why, never what stood there.
  CREATE TABLE record_import_rejects (
    import_id INTEGER NOT NULL REFERENCES record_imports (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    field TEXT,
    reason TEXT NOT NULL,
    PRIMARY KEY (import_id, line)
  ) STRICT, WITHOUT ROWID;
`;
