import { Outlet } from '@tanstack/react-router';
import { ConnectionBanner } from './connection-banner.tsx';

export function Root() {
  return (
    <>
      <ConnectionBanner />
      <Outlet />
    </>
  );
}
