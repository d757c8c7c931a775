import { errorTable, problem, type Route, type RouteName, routes } from '@rikuy/contracts';
import { z } from 'zod';
import { problemType } from './problems.ts';

const general = ['invalid-request', 'not-signed-in', 'not-permitted', 'internal'] as const;

/** The API as an OpenAPI 3.1 document, made from the route table. */
export function openApiDocument(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, declared] of Object.entries(routes) as [RouteName, Route][]) {
    const path = declared.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [declared.method.toLowerCase()]: operation(name, declared) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Rikuy', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      schemas: { Problem: jsonSchema(problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'rikuy_session' },
        apiKey: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operation(name: RouteName, declared: Route): Record<string, unknown> {
  return {
    operationId: name,
    summary: declared.summary,
    security: declared.permission === null ? [] : [{ session: [] }, { apiKey: [] }],
    ...(declared.permission !== null && { 'x-permission': declared.permission }),
    parameters: [...parameters(declared.params, 'path'), ...parameters(declared.query, 'query')],
    ...(declared.body && {
      requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(declared.body, 'input') } } },
    }),
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: jsonSchema(declared.answer, 'output') } } },
      ...errorResponses(declared),
    },
  };
}

function parameters(schema: z.ZodObject | undefined, place: 'path' | 'query'): Record<string, unknown>[] {
  const { properties = {}, required = [] } = schema ? jsonSchema(schema, 'input') : {};
  return Object.entries(properties as Record<string, unknown>).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || (required as string[]).includes(name),
    schema: one,
  }));
}

function errorResponses({ errors }: Route): Record<string, unknown> {
  const byStatus = Map.groupBy(new Set([...general, ...errors]), code => errorTable[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map(code => `${code}: ${errorTable[code].title.en}`).join('; '),
        content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' });
  return rest;
}
