import advocacy from './en/advocacy.json' with { type: 'json' };
import app from './en/app.json' with { type: 'json' };
import caseTopic from './en/case.json' with { type: 'json' };
import charts from './en/charts.json' with { type: 'json' };
import cli from './en/cli.json' with { type: 'json' };
import commands from './en/commands.json' with { type: 'json' };
import communities from './en/communities.json' with { type: 'json' };
import conflicts from './en/conflicts.json' with { type: 'json' };
import connection from './en/connection.json' with { type: 'json' };
import dashboards from './en/dashboards.json' with { type: 'json' };
import errors from './en/errors.json' with { type: 'json' };
import freshness from './en/freshness.json' with { type: 'json' };
import goals from './en/goals.json' with { type: 'json' };
import health from './en/health.json' with { type: 'json' };
import identity from './en/identity.json' with { type: 'json' };
import imports from './en/imports.json' with { type: 'json' };
import moderation from './en/moderation.json' with { type: 'json' };
import outreach from './en/outreach.json' with { type: 'json' };
import practice from './en/practice.json' with { type: 'json' };
import queue from './en/queue.json' with { type: 'json' };
import records from './en/records.json' with { type: 'json' };
import reports from './en/reports.json' with { type: 'json' };
import resilience from './en/resilience.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import vault from './en/vault.json' with { type: 'json' };
import window from './en/window.json' with { type: 'json' };

/** Every topic of this language. A new topic is one import and one entry, here and in the other languages. */
export const strings = {
  app,
  commands,
  vault,
  communities,
  freshness,
  settings,
  errors,
  queue,
  case: caseTopic,
  conflicts,
  health,
  reports,
  imports,
  window,
  practice,
  advocacy,
  charts,
  connection,
  dashboards,
  goals,
  identity,
  moderation,
  outreach,
  records,
  resilience,
  cli,
} as const;
