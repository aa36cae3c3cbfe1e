// The columns of descriptions/users.yaml through faker-js, as COPY text: node faker.mjs ROWS OUTPUT
// Prints, as JSON, the seconds of making and writing: starting node and loading faker is not counted.
import { closeSync, openSync, writeSync } from 'node:fs';
import { faker } from '@faker-js/faker/locale/en_US';

const [rows, output] = process.argv.slice(2);
const rowsPerWrite = 1000;
const stamp = (date) => date.toISOString().slice(0, 19).replace('T', ' ');

faker.seed(42);
const from = new Date('2020-01-01T00:00:00Z');
const to = new Date('2025-01-01T00:00:00Z');
const file = openSync(output, 'w');
const start = performance.now();
let lines = [];
for (let id = 1; id <= Number(rows); ++id) {
  const firstName = faker.person.firstName();
  const lastName = faker.person.lastName();
  lines.push([id, faker.string.uuid(), firstName, lastName, faker.internet.exampleEmail({ firstName, lastName }),
    stamp(faker.date.between({ from, to })), faker.number.int({ min: 0, max: 999999 }) / 100,
    faker.helpers.arrayElement(['active', 'inactive', 'pending', 'banned']), faker.lorem.sentence(9)].join('\t'));
  if (lines.length === rowsPerWrite || id === Number(rows)) {
    writeSync(file, lines.join('\n') + '\n');
    lines = [];
  }
}
closeSync(file);
console.error(JSON.stringify({ seconds: (performance.now() - start) / 1000 }));
