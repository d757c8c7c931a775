import type { Session, User } from '@rikuy/contracts';
import { Avatar, Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { IconLogout } from '@tabler/icons-react';
import { client } from '../server/client.ts';
import { demoUsersQuery, sessionQuery } from '../server/queries.ts';
import { useTexts } from '../text/use-texts.ts';

/** Who is signed in; in the demo, everybody else too, one click away. */
export function AccountMenu({ session }: { readonly session: Session }) {
  const { t } = useTexts();
  const { user, demo } = session;
  const { data: demoUsers = [] } = useQuery({ ...demoUsersQuery, enabled: demo });
  const change = useChangeUser();
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <UnstyledButton>
          <Avatar name={user.name} color="water" radius="xl" size={36} aria-hidden />
          <VisuallyHidden>{t('account.menu', { name: user.name })}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Person user={user} />
        </Menu.Label>
        {demo && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('account.demo')}</Menu.Label>
            {demoUsers
              .filter(({ id }) => id !== user.id)
              .map(other => (
                <Menu.Item key={other.id} onClick={() => change.mutate(other)}>
                  <Person user={other} />
                </Menu.Item>
              ))}
          </>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => change.mutate(null)}>
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Person({ user }: { readonly user: User }) {
  const { t } = useTexts();
  return (
    <>
      <Text size="sm" fw={600} c="var(--mantine-color-text)">
        {user.name}
      </Text>
      <Text size="xs" c="dimmed">
        {[t(`roles.${user.role}`), user.office].filter(Boolean).join(' · ')}
      </Text>
    </>
  );
}

/** Signs in another person of the demo, or signs out. Answers kept for the one before are thrown away. */
function useChangeUser() {
  const queryClient = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: async (next: User | null) => {
      if (next === null) await client.signOut();
      return next === null ? null : client.signIn({ body: { user: next.id } });
    },
    onSuccess: async session => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, session);
      if (session === null) await router.navigate({ to: '/ingresar' });
      else await router.navigate({ to: '/' });
    },
  });
}
