import app from './ar/app.json' with { type: 'json' };
import caseTopic from './ar/case.json' with { type: 'json' };
import cli from './ar/cli.json' with { type: 'json' };
import commands from './ar/commands.json' with { type: 'json' };
import communities from './ar/communities.json' with { type: 'json' };
import conflicts from './ar/conflicts.json' with { type: 'json' };
import errors from './ar/errors.json' with { type: 'json' };
import health from './ar/health.json' with { type: 'json' };
import imports from './ar/imports.json' with { type: 'json' };
import practice from './ar/practice.json' with { type: 'json' };
import queue from './ar/queue.json' with { type: 'json' };
import reports from './ar/reports.json' with { type: 'json' };
import settings from './ar/settings.json' with { type: 'json' };
import vault from './ar/vault.json' with { type: 'json' };
import window from './ar/window.json' with { type: 'json' };

/** Every topic of this language. A new topic is one import and one entry, here and in the other languages. */
export const strings = {
  app,
  commands,
  vault,
  communities,
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
  cli,
} as const;
