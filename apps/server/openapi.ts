import { errorTable, problem, type Route, type RouteName, routes } from '@rikuy/contracts';
import { z } from 'zod';
import { problemType } from './problems.ts';

/** Errors that any route may answer with, and those of a route that asks who calls. */
const general = ['invalid-request', 'internal'] as const;
const ofSignedIn = ['not-signed-in', 'not-permitted'] as const;

/** The API as an OpenAPI 3.1 document, made from the route table. */
export function openApiDocument(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  const schemas = new SchemaBook();
  for (const [name, declared] of Object.entries(routes) as [RouteName, Route][]) {
    const path = declared.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [declared.method.toLowerCase()]: operation(name, declared, schemas) };
  }
  const Problem = schemas.write(problem, 'output', 'problem');
  return {
    openapi: '3.1.0',
    info: { title: 'Rikuy', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      schemas: { Problem, ...schemas.shared },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'rikuy_session' },
        apiKey: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operation(name: RouteName, declared: Route, schemas: SchemaBook): Record<string, unknown> {
  const { params, query, body, answer } = declared;
  return {
    operationId: name,
    summary: declared.summary,
    security: declared.permission === null ? [] : [{ session: [] }, { apiKey: [] }],
    ...(declared.permission !== null && { 'x-permission': declared.permission }),
    parameters: [...parameters(params, 'path', schemas), ...parameters(query, 'query', schemas)],
    ...(body && { requestBody: { required: true, content: json(schemas.write(body, 'input', name)) } }),
    responses: {
      200: { description: 'Done', content: json(schemas.write(answer, 'output', name)) },
      ...errorResponses(declared),
    },
  };
}

function json(schema: JsonSchema): Record<string, unknown> {
  return { 'application/json': { schema } };
}

function parameters(
  schema: z.ZodObject | undefined,
  place: 'path' | 'query',
  schemas: SchemaBook,
): Record<string, unknown>[] {
  const { properties = {}, required = [] } = schema ? schemas.write(schema, 'input', place) : {};
  return Object.entries(properties as Record<string, unknown>).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || (required as string[]).includes(name),
    schema: one,
  }));
}

function errorResponses({ errors, permission }: Route): Record<string, unknown> {
  const codes = new Set([...general, ...(permission === null ? [] : ofSignedIn), ...errors]);
  const byStatus = Map.groupBy(codes, code => errorTable[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      status,
      {
        description: ofStatus.map(code => `${code}: ${errorTable[code].title.en}`).join('; '),
        content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

type JsonSchema = Record<string, unknown>;

/** Writes schemas as JSON Schema; what one refers to is kept beside the others, since OpenAPI knows one root only. */
class SchemaBook {
  readonly shared: Record<string, unknown> = {};

  write(schema: z.ZodType, io: 'input' | 'output', name: string): JsonSchema {
    const written = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' });
    const prefix = `#/components/schemas/${name}-${io}`;
    const placed = JSON.stringify(written).replaceAll('"$ref":"#/$defs/', `"$ref":"${prefix}`);
    const { $schema: _, $defs = {}, ...rest } = JSON.parse(placed) as JsonSchema;
    for (const [key, part] of Object.entries($defs as object)) this.shared[`${name}-${io}${key}`] = part;
    return rest;
  }
}
