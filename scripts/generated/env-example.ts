// .env.example, from the configuration's schema.
import { configurationSchema } from '../../packages/runtime/configuration.ts';

export async function generate(): Promise<Record<string, string>> {
  const lines = Object.entries(configurationSchema.shape).map(([name, schema]) => {
    const fallback = schema.safeParse(undefined);
    const value = fallback.success && fallback.data !== undefined ? String(fallback.data) : '';
    return `# ${schema.description}\n${name}=${value}\n`;
  });
  return { '.env.example': `# Every variable that Rikuy reads. Generated: npm run generate\n\n${lines.join('\n')}` };
}
