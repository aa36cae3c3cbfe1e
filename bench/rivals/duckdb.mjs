// The columns of descriptions/users.yaml through DuckDB, as COPY text: node duckdb.mjs ROWS OUTPUT
// Prints, as JSON, the seconds of the statement alone: starting node and the database is not counted.
import { DuckDBInstance } from '@duckdb/node-api';

const [rows, output] = process.argv.slice(2);
const first = ['James', 'Mary', 'Robert', 'Patricia', 'John', 'Jennifer', 'Michael', 'Linda', 'David', 'Elizabeth',
  'William', 'Barbara', 'Richard', 'Susan', 'Joseph', 'Jessica', 'Thomas', 'Sarah', 'Charles', 'Karen', 'Daniel', 'Lisa',
  'Matthew', 'Nancy', 'Anthony', 'Betty', 'Mark', 'Sandra', 'Donald', 'Ashley', 'Steven', 'Emily'];
const last = ['Smith', 'Johnson', 'Williams', 'Brown', 'Jones', 'Garcia', 'Miller', 'Davis', 'Rodriguez', 'Martinez',
  'Hernandez', 'Lopez', 'Gonzalez', 'Wilson', 'Anderson', 'Taylor', 'Moore', 'Jackson', 'Martin', 'Lee', 'Perez', 'White',
  'Harris', 'Sanchez', 'Clark', 'Ramirez', 'Lewis', 'Robinson', 'Walker', 'Young', 'Allen', 'King'];
const phrases = ['lorem ipsum dolor sit amet', 'consectetur adipiscing elit', 'sed do eiusmod tempor',
  'incididunt ut labore et', 'dolore magna aliqua ut', 'enim ad minim veniam', 'nostrud exercitation',
  'ullamco laboris nisi ut'];
const list = (values) => `[${values.map((value) => `'${value}'`).join(',')}]`;
const pick = (values, salt) => `${list(values)}[1 + (hash(i + ${salt}) % ${values.length})::BIGINT]`;

const query = `
  SELECT i + 1 AS id, uuid() AS uid, first_name, last_name,
    lower(first_name) || '.' || lower(last_name) || (hash(i + 5) % 100)::VARCHAR || '@example.com' AS email,
    TIMESTAMP '2020-01-01' + to_seconds((hash(i + 7) % 157766400)::BIGINT) AS created_at,
    ((hash(i + 11) % 1000000) / 100.0)::DECIMAL(10, 2) AS balance,
    ${pick(['active', 'inactive', 'pending', 'banned'], 13)} AS status,
    ${pick(phrases, 17)} || ' ' || ${pick(phrases, 19)} || ' ' || ${pick(phrases, 23)} AS bio
  FROM (SELECT range AS i, ${pick(first, 0).replace('hash(i', 'hash(range')} AS first_name,
               ${pick(last, 3).replace('hash(i', 'hash(range')} AS last_name FROM range(${Number(rows)}))`;
const format = "(FORMAT csv, HEADER false, DELIMITER '\t', QUOTE '', ESCAPE '', NULLSTR '\\N')";

const database = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await database.connect();
const start = performance.now();
await connection.run(`COPY (${query}) TO '${output}' ${format}`);
console.error(JSON.stringify({ seconds: (performance.now() - start) / 1000 }));
