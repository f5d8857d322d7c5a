import { IdentityScreen } from '../../features/identity/identity-screen.tsx';
import { navigate } from '../navigation.ts';

/** Identity answers serve community health, so the way back leads there. */
export function IdentityRoom() {
  return <IdentityScreen onClose={() => navigate('health')} />;
}
