import {
  BookOpenCheck,
  ChartSpline,
  FileText,
  HeartHandshake,
  Inbox,
  type LucideIcon,
  Settings,
  UsersRound,
} from 'lucide-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { CommandId } from '../../shared/commands/commands.ts';
import type { RoomId, RoomProps } from './navigation.ts';

export interface Room {
  readonly id: RoomId;
  /** The command that opens it; its shortcut is printed in the rail. */
  readonly command: CommandId;
  /** Its icon in the rail; null keeps it out of the rail. Its words are `app:rooms.<id>`. */
  readonly icon: LucideIcon | null;
  /** Which room of the rail is marked while this one is open. */
  readonly within?: RoomId;
  /** The screen has no title of its own; the shell says the room's name to screen readers. */
  readonly isUntitled?: true;
  /** A feature's screen, loaded when the room is first opened. */
  readonly Screen: LazyExoticComponent<ComponentType<RoomProps>>;
}

/** Every room of the house, in the order of the rail. A feature registers its screen here and nowhere else. */
export const rooms: readonly Room[] = [
  {
    id: 'queue',
    command: 'go.queue',
    icon: Inbox,
    isUntitled: true,
    Screen: lazy(async () => ({ default: (await import('./rooms/queue-room.tsx')).QueueRoom })),
  },
  {
    id: 'cases',
    command: 'go.cases',
    icon: BookOpenCheck,
    isUntitled: true,
    Screen: lazy(async () => ({ default: (await import('./rooms/queue-room.tsx')).CasesRoom })),
  },
  {
    id: 'conflicts',
    command: 'go.conflicts',
    icon: null,
    within: 'cases',
    isUntitled: true,
    Screen: lazy(async () => ({ default: (await import('./rooms/conflicts-room.tsx')).ConflictsRoom })),
  },
  {
    id: 'health',
    command: 'go.health',
    icon: ChartSpline,
    Screen: lazy(async () => ({ default: (await import('./rooms/health-room.tsx')).HealthRoom })),
  },
  {
    id: 'outreach',
    command: 'go.outreach',
    icon: HeartHandshake,
    Screen: lazy(async () => ({ default: (await import('./rooms/outreach-room.tsx')).OutreachRoom })),
  },
  {
    id: 'imports',
    command: 'go.imports',
    icon: null,
    within: 'health',
    Screen: lazy(async () => ({ default: (await import('./rooms/imports-room.tsx')).ImportsRoom })),
  },
  {
    id: 'records',
    command: 'go.records',
    icon: null,
    within: 'outreach',
    Screen: lazy(async () => ({ default: (await import('./rooms/records-room.tsx')).RecordsRoom })),
  },
  {
    id: 'identity',
    command: 'go.identity',
    icon: null,
    within: 'health',
    Screen: lazy(async () => ({ default: (await import('./rooms/identity-room.tsx')).IdentityRoom })),
  },
  {
    id: 'reports',
    command: 'go.reports',
    icon: FileText,
    Screen: lazy(async () => ({ default: (await import('./rooms/reports-room.tsx')).ReportsRoom })),
  },
  {
    id: 'communities',
    command: 'go.communities',
    icon: UsersRound,
    Screen: lazy(async () => ({
      default: (await import('../features/communities/communities-screen.tsx')).CommunitiesScreen,
    })),
  },
  {
    id: 'settings',
    command: 'go.settings',
    icon: Settings,
    Screen: lazy(async () => ({ default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen })),
  },
];
