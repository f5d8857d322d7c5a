import { ExternalLink, File, Image, type LucideIcon, Video, Volume2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnapshotMedia } from '../../../shared/ipc/topics/case.ts';
import { openLink } from '../../app/links/open-link.ts';
import { useSetting } from '../../app/settings/use-setting.ts';
import { Button } from '../../ui/button.tsx';
import { FormattedText } from '../../ui/formatted-text.tsx';

const icons: Readonly<Record<SnapshotMedia['kind'], LucideIcon>> = {
  image: Image,
  video: Video,
  audio: Volume2,
  other: File,
};

/** A picture, film or sound as a card: never loaded here, its description covered like any other text. */
export function MediaCard({ media }: { media: SnapshotMedia }) {
  const { t } = useTranslation('case');
  const [shielded] = useSetting('shield.media');
  const [shown, setShown] = useState(!shielded);
  const Icon = icons[media.kind];
  const described = media.description.trim() !== '';
  return (
    <li className="case-media">
      <Icon className="ui-icon case-media-icon" aria-hidden />
      <div className="case-media-words">
        <p>
          {t(`media.${media.kind}`)}{' '}
          <span className="case-quiet">
            · {t('media.covered')} · {t(described ? 'media.described' : 'media.undescribed')}
          </span>
        </p>
        {shown && <FormattedText text={media.description} />}
        <div className="case-media-actions">
          {described && (
            <Button
              variant="quiet"
              className="case-small-button"
              aria-expanded={shown}
              onPress={() => setShown(!shown)}
            >
              {t(shown ? 'cover.cover' : 'media.showDescription')}
            </Button>
          )}
          {media.address !== null && (
            <Button
              variant="quiet"
              className="case-small-button"
              icon={ExternalLink}
              mirrorIcon
              onPress={() => openLink(media.address ?? '')}
            >
              {t('media.open')}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}
