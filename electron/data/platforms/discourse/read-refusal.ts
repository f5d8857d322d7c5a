import { RemoteValue } from '../decode/remote-value.ts';
import type { ReadRefusal } from '../http/refusal.ts';

/** A refusal for pace without any number: the window of the site's limit. */
const usualWaitMs = 60_000;

/**
 * What Discourse means by a refusal. A limit of the site answers in JSON and says in `extras` how long; one of the address
 * answers in plain text before the site is even asked. Which one it was stands in a header of its own.
 */
export const readDiscourseRefusal: ReadRefusal = ({ status, headers, body }) => {
  const answer = new RemoteValue(body);
  if (status === 429) {
    const reason = headers.get('discourse-rate-limit-error-code');
    const extras = answer.isObject ? answer.at('extras') : null;
    const told = extras?.isObject ? extras.at('wait_seconds').numberOr(null) : null;
    return {
      ...(reason !== null && { reason }),
      ...(told !== null && { waitMs: told * 1000 }),
      ...(told === null && !headers.has('retry-after') && { waitMs: usualWaitMs }),
    };
  }
  const kind = answer.isObject ? answer.at('error_type').textOr(null) : null;
  return kind === null ? {} : { reason: kind };
};
