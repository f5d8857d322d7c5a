import advocacy from './ar/advocacy.json' with { type: 'json' };
import app from './ar/app.json' with { type: 'json' };
import caseTopic from './ar/case.json' with { type: 'json' };
import charts from './ar/charts.json' with { type: 'json' };
import cli from './ar/cli.json' with { type: 'json' };
import commands from './ar/commands.json' with { type: 'json' };
import communities from './ar/communities.json' with { type: 'json' };
import conflicts from './ar/conflicts.json' with { type: 'json' };
import connection from './ar/connection.json' with { type: 'json' };
import dashboards from './ar/dashboards.json' with { type: 'json' };
import errors from './ar/errors.json' with { type: 'json' };
import freshness from './ar/freshness.json' with { type: 'json' };
import goals from './ar/goals.json' with { type: 'json' };
import health from './ar/health.json' with { type: 'json' };
import identity from './ar/identity.json' with { type: 'json' };
import imports from './ar/imports.json' with { type: 'json' };
import moderation from './ar/moderation.json' with { type: 'json' };
import outreach from './ar/outreach.json' with { type: 'json' };
import practice from './ar/practice.json' with { type: 'json' };
import queue from './ar/queue.json' with { type: 'json' };
import records from './ar/records.json' with { type: 'json' };
import reports from './ar/reports.json' with { type: 'json' };
import resilience from './ar/resilience.json' with { type: 'json' };
import settings from './ar/settings.json' with { type: 'json' };
import vault from './ar/vault.json' with { type: 'json' };
import window from './ar/window.json' with { type: 'json' };

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
