import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseSubject, SnapshotPost } from '../../../shared/ipc/topics/case.ts';
import { openLink } from '../../app/links/open-link.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { sayWhen } from '../../ui/format/date-words.ts';
import { useNow } from '../../ui/format/now.ts';
import { useFormat } from '../../ui/format/use-format.ts';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { CoveredText } from './covered-text.tsx';
import { MediaCard } from './media-card.tsx';
import { Moment } from './moment.tsx';

const presenceTones: Readonly<Record<CaseSubject['presence'], Tone>> = {
  live: 'plain',
  edited: 'waiting',
  deleted: 'waiting',
  unreachable: 'waiting',
};

const knownVisibilities = ['public', 'unlisted', 'private', 'direct', 'limited', 'encrypted'] as const;

function ThreadPost({ post, id }: { post: SnapshotPost; id: string }) {
  const { t } = useTranslation('case');
  return (
    <li className="case-thread-post">
      <p className="case-byline">
        <FormattedText as="inline" className="case-byline-name" text={post.authorName || post.authorHandle} />
        <FormattedText as="inline" className="case-handle" text={post.authorHandle} />
        {post.publishedAt !== null && <Moment at={post.publishedAt} say={(time) => time} />}
      </p>
      {post.isSubject ? (
        <p className="ui-description">{t('subjects.threadSubject')}</p>
      ) : (
        <CoveredText id={id} text={post.text} language={post.language} quiet />
      )}
    </li>
  );
}

/** One reported thing, in every version Hearth kept, newest first; below it what was said around it. */
function Subject({ subject }: { subject: CaseSubject }) {
  const { t } = useTranslation('case');
  const format = useFormat();
  const now = useNow();
  const newest = subject.versions.length - 1;
  const [chosen, setChosen] = useState<number | null>(null);
  const at = chosen ?? newest;
  const version = subject.versions[at];
  const visibility = knownVisibilities.find((known) => known === subject.visibility);
  const piece = `subject-${subject.subjectId}-${at}`;
  return (
    <article className="case-subject">
      <div className="case-subject-head">
        <h4>{t(`subjects.kind.${subject.kind}`)}</h4>
        <Badge tone={presenceTones[subject.presence]}>{t(`subjects.presence.${subject.presence}`)}</Badge>
        {visibility && <Badge>{t(`subjects.visibility.${visibility}`)}</Badge>}
        {version?.publishedAt != null && (
          <span className="case-quiet">
            <Moment at={version.publishedAt} say={(time) => t('subjects.written', { time })} />
          </span>
        )}
        {subject.address !== null && (
          <IconButton
            className="case-end"
            label={t('subjects.open')}
            icon={ExternalLink}
            mirrorIcon
            onPress={() => openLink(subject.address ?? '')}
          />
        )}
      </div>
      {subject.versions.length > 1 && (
        <Select
          className="case-version"
          label={t('subjects.version')}
          hideLabel
          options={subject.versions.map((entry, index) => ({
            id: String(index),
            label: t('subjects.versionName', {
              number: index + 1,
              total: subject.versions.length,
              time: sayWhen(entry.capturedAt, { locale: format.locale, now }),
            }),
          }))}
          value={String(at)}
          onChange={(id) => setChosen(Number(id))}
        />
      )}
      {version && (
        <>
          {version.spoiler !== '' && (
            <p className="case-quiet">
              {t('subjects.spoiler')}: <FormattedText as="inline" text={version.spoiler} />
            </p>
          )}
          {version.text.trim() === '' ? (
            <p className="case-quiet">{t('subjects.noText')}</p>
          ) : (
            <CoveredText id={piece} text={version.text} language={version.language} />
          )}
          {version.media.length > 0 && (
            <ul className="case-media-list">
              {version.media.map((media, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the media of one kept version never change
                <MediaCard key={index} media={media} />
              ))}
            </ul>
          )}
          {version.thread.length > 0 && (
            <details className="case-thread">
              <summary>{t('subjects.thread')}</summary>
              <ol className="case-thread-list">
                {version.thread.map((post) => (
                  <ThreadPost key={post.remoteId} post={post} id={`${piece}-thread-${post.remoteId}`} />
                ))}
              </ol>
            </details>
          )}
        </>
      )}
    </article>
  );
}

/** What was reported, as it was when Hearth saw it. */
export function CaseSubjects({ subjects }: { subjects: readonly CaseSubject[] }) {
  const { t } = useTranslation('case');
  return (
    <section className="case-section" aria-labelledby="case-subjects">
      <h3 id="case-subjects">{t('subjects.title')}</h3>
      {subjects.length === 0 && <p className="case-quiet">{t('subjects.none')}</p>}
      {subjects.map((subject) => (
        <Subject key={subject.subjectId} subject={subject} />
      ))}
    </section>
  );
}
