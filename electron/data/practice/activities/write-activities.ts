import type { PracticeActivity } from './live-a-year.ts';

/** The activities as CSV with a header line, times in ISO 8601 UTC. No value can hold a comma, quote or line break. */
export function activitiesCsv(activities: readonly PracticeActivity[]): string {
  const lines = activities.map(({ at, member, kind, to, space, thread, id, replyTo, request }) =>
    [new Date(at).toISOString(), member, kind, to ?? '', space, thread, id, replyTo ?? '', request ? 'yes' : ''].join(
      ',',
    ),
  );
  return `time,member,activity,to,space,thread,id,reply_to_id,request\n${lines.join('\n')}\n`;
}

/** The activities as one JSON object a line. */
export function activitiesNdjson(activities: readonly PracticeActivity[]): string {
  return activities
    .map(({ at, member, kind, to, space, thread, id, replyTo, request }) =>
      JSON.stringify({
        time: new Date(at).toISOString(),
        member,
        activity: kind,
        to,
        space,
        thread: thread || null,
        id,
        reply_to_id: replyTo,
        request: request ? 'yes' : null,
      }),
    )
    .map((line) => `${line}\n`)
    .join('');
}
