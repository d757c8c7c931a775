import {
  Avatar,
  Button,
  Divider,
  Group,
  Paper,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { LanguageSwitch } from '../app/language-switch.tsx';
import rikuyMark from '../app/rikuy.svg';
import { client } from '../server/client.ts';
import { demoUsersQuery, sessionQuery } from '../server/queries.ts';
import { useTexts } from '../text/use-texts.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import classes from './sign-in-page.module.css';

const page = getRouteApi('/ingresar');

export function SignInPage() {
  const { t } = useTexts();
  const signIn = useSignIn();
  return (
    <main className={classes.page}>
      <Paper withBorder p="xl" w="100%" maw={420}>
        <Stack gap="md">
          <Group justify="space-between" wrap="nowrap" align="start">
            <Group gap="sm" wrap="nowrap">
              <img src={rikuyMark} alt="" width={40} height={40} />
              <div>
                <Title order={1} fz="h3">
                  Rikuy
                </Title>
                <Text size="sm" c="dimmed">
                  {t('common.appTagline')}
                </Text>
              </div>
            </Group>
            <LanguageSwitch />
          </Group>
          <PasswordForm onSubmit={signIn.mutate} busy={signIn.isPending} />
          {signIn.error && <FailureNotice error={signIn.error} />}
          <DemoPeople onChoose={user => signIn.mutate({ user, password: '' })} />
        </Stack>
      </Paper>
    </main>
  );
}

interface Credentials {
  readonly user: string;
  readonly password: string;
}

function useSignIn() {
  const queryClient = useQueryClient();
  const router = useRouter();
  const { volver = '/' } = page.useSearch();
  return useMutation({
    mutationFn: (body: Credentials) => client.signIn({ body }),
    onSuccess: session => {
      queryClient.setQueryData(sessionQuery.queryKey, session);
      router.history.push(volver);
    },
  });
}

interface PasswordFormProps {
  readonly onSubmit: (credentials: Credentials) => void;
  readonly busy: boolean;
}

function PasswordForm({ onSubmit, busy }: PasswordFormProps) {
  const { t } = useTexts();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (user.trim() !== '') onSubmit({ user: user.trim(), password });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t('signIn.user')}
          autoComplete="username"
          value={user}
          error={asked && user.trim() === '' ? t('signIn.needUser') : null}
          onChange={event => setUser(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy}>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}

/** The seeded people, one click each; there are none outside the demo. */
function DemoPeople({ onChoose }: { readonly onChoose: (user: string) => void }) {
  const { t } = useTexts();
  const { data: users = [] } = useQuery(demoUsersQuery);
  if (users.length === 0) return null;
  return (
    <>
      <Divider label={t('signIn.demoTitle')} />
      <Stack gap={4}>
        {users.map(user => (
          <UnstyledButton key={user.id} className={classes.person} onClick={() => onChoose(user.id)}>
            <Avatar name={user.name} color="water" size={32} radius="xl" aria-hidden />
            <span>
              <Text size="sm" fw={600} span display="block">
                {user.name}
              </Text>
              <Text size="xs" c="dimmed" span>
                {t(`roles.${user.role}`)}
              </Text>
            </span>
          </UnstyledButton>
        ))}
      </Stack>
    </>
  );
}
